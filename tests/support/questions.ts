/** Everything that an editor can write, as far as answers tell it: one question a content type. */
export const WHOLE_SITE = [
  `{ services(first: 100) { totalCount nodes {
       id slug locale name summary revision contentHash publishedAt firstPublishedAt availableLocales isFallback
       body { html markdown text } whatToExpect { html }
       conditions { evidenceLevel note condition { id name } }
       phases { id title } safety { id title text { text } }
       faqs(first: 100) { totalCount nodes { id question } } clinicians(first: 100) { nodes { id name } } } } }`,
  `{ faqs(first: 100) { totalCount nodes { id slug question answer { html markdown text } topic audience position revision
       services { id slug } safety { title } } } }`,
  `{ conditions(first: 100) { totalCount nodes { id slug name summary alsoKnownAs body { text } safety { id } revision } } }`,
  `{ edition { id publishedAt documentCount } }`,
] as const;
