import { slugs } from './ours';
import { LIST_LENGTH, type Question } from './question';

const SERVICE = `
  documentId slug name summary body safetyNotices { ...notice }
  phases { documentId slug kind title summary body safetyNotices { ...notice } }
  clinicians(pagination: { limit: $clinicians }) { documentId slug name role biography }
  faqs(sort: "position:asc", pagination: { limit: $faqs }) {
    documentId slug question topic answer safetyNotices { ...notice }
  }`;
const NOTICE = 'fragment notice on SafetyNotice { documentId kind severity title text }';

/** The questions in the schema that Strapi's GraphQL plugin makes of the same content types. */
export const strapi = {
  LIST: (services: number): Question => ({
    query: `query List($start: Int!, $clinicians: Int!, $faqs: Int!) {
  services(sort: "name:asc", pagination: { start: $start, limit: ${LIST_LENGTH} }) {${SERVICE} }
}
${NOTICE}`,
    subject: {
      variable: 'start',
      values: Array.from({ length: services - LIST_LENGTH + 1 }, (_, start) => start),
    },
  }),
  ONE: (services: number): Question => ({
    query: `query One($slug: String!, $clinicians: Int!, $faqs: Int!) {
  services(filters: { slug: { eq: $slug } }) {${SERVICE} }
}
${NOTICE}`,
    subject: { variable: 'slug', values: slugs(services) },
  }),
};
