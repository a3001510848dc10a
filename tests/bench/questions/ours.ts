import { serviceSlug } from '../practice/practice';
import { LIST_LENGTH, type Question } from './question';

const SERVICE = `
  id slug name summary body { html } safety { ...notice }
  phases { id slug kind title summary body { html } safety { ...notice } }
  clinicians(first: $clinicians) { nodes { id slug name role biography { html } } }
  faqs(first: $faqs) { nodes { id slug question topic answer { html } safety { ...notice } } }`;
const NOTICE = 'fragment notice on SafetyNotice { id kind severity title text { html } }';

/** Lists the cursors behind which a page of {@link LIST_LENGTH} services can begin. */
export const CURSORS =
  'query Cursors($after: String) { services(first: 100, after: $after) { edges { cursor } } }';

/** The questions in the content API's own schema, which the plain Apollo Server has as well. */
export const ours = {
  /** @param cursors of all services, in order. */
  LIST: (cursors: readonly string[]): Question => ({
    query: `query List($after: String, $clinicians: Int!, $faqs: Int!) {
  services(first: ${LIST_LENGTH}, after: $after) { totalCount nodes {${SERVICE} } }
}
${NOTICE}`,
    subject: { variable: 'after', values: [null, ...cursors.slice(0, -LIST_LENGTH)] },
  }),
  ONE: (services: number): Question => ({
    query: `query One($slug: String!, $clinicians: Int!, $faqs: Int!) {
  service(slug: $slug) {${SERVICE} }
}
${NOTICE}`,
    subject: { variable: 'slug', values: slugs(services) },
  }),
};

/** The slugs of so many services. */
export function slugs(services: number): string[] {
  return Array.from({ length: services }, (_, index) => serviceSlug(index));
}
