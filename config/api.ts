/** The content types have no REST routes; this is about the document service. */
export default {
  documents: {
    // A misspelt status or locale is an error, not a draft in the default language.
    strictParams: true,
    // Required pictures are required: without it Strapi publishes documents that lack them.
    strictRelations: true,
  },
};
