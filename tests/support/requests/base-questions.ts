import type { RandomQuestion } from '../random-query';

/** Valid questions about the clinic, whose data names its types wherever there can be several. */
export const baseQuestions: readonly RandomQuestion[] = [
  '{ edition { id publishedAt documentCount } practice { name description } }',
  '{ services(first: 2) { totalCount nodes { __typename name body { html } safety { title text { html } } } } }',
  '{ service(slug: "talk-therapy") { name summary body { markdown } whatToExpect { html } safety { id } phases { __typename title body { text } safety { title } } } }',
  '{ faqs(first: 20) { nodes { question answer { html text } safety { title severity } } pageInfo { endCursor } } }',
  '{ faqs(first: 3) { edges { cursor node { ...asked } } } } fragment asked on Faq { question answer { html } ...safe } fragment safe on ContentDocument { safety { title } }',
  '{ therapyPhases { nodes { title kind aftercare { html } clinicianRole { html } safety { kind } } } }',
  '{ search(query: "ketamine therapy") { totalCount edges { highlights { field html } node { __typename id safety { title } ... on Service { name } } } } }',
  '{ node(id: "kap") { __typename id ... on Service { name body { html } safety { id } } ... on Faq { question answer { html } safety { id } } } }',
  '{ changes(first: 20) { changes { kind at document { __typename id ... on Faq { question } safety { id } } } nextSince hasMore } }',
  '{ conditions { nodes { name body { html } safety { title } } } clinicians { nodes { name biography { html } services { name } } } }',
  '{ sitemap { nodes { url lastModified } } redirects { nodes { __typename } } locations { nodes { name } } }',
  '{ practice { name funding { html } crisisHelp { title text { html } } navigation { label } } }',
  '{ __typename __type(name: "Service") { name fields { name type { name kind } } } }',
  '{ services(locale: "es") { nodes { locale isFallback name safety { locale title } faqs(first: 2) { nodes { question } } } } }',
]
  .map((query) => ({ query, variables: {} }))
  .concat([
    {
      query:
        'query Faqs($first: Int = 5, $words: String) { faqs(first: $first, filter: { text: { contains: $words } }) { totalCount nodes { question answer { html } safety { title } } } }',
      variables: { first: 30 },
    },
    {
      query:
        'query Nodes($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on ContentDocument { slug safety { title } } ... on Faq { answer { text } } } }',
      variables: { ids: ['kap', 'basics', 'nobody'] },
    },
    {
      query:
        'query Service($slug: String!, $more: Boolean = true) { service(slug: $slug) { name body @include(if: $more) { html } safety { title } faqs(first: 10) { nodes { question services { nodes { name } } } } } }',
      variables: { slug: 'talk-therapy' },
    },
    {
      query:
        'query Wide($n: Int!) { services(first: $n) { nodes { name clinicians(first: $n) { nodes { name } } faqs(first: $n) { nodes { question } } } } }',
      variables: { n: 4 },
    },
  ]);

/** What a frontend has registered: some of these. */
export const registeredTexts: readonly string[] = baseQuestions
  .filter((_, index) => index % 3 === 1)
  .map(({ query }) => query);

/** What another frontend has. */
export const othersTexts: readonly string[] = baseQuestions
  .filter((_, index) => index % 3 === 2)
  .map(({ query }) => query);
