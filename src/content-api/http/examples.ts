/** A question that somebody who opens the explorer can run as it stands. */
export interface Example {
  readonly query: string;
  readonly variables?: string;
}

/** One for each thing that the API is for, in the order of the explorer's tabs after the first. */
export const EXAMPLES: readonly Example[] = [
  {
    query: `# A page of services. For the next page, give endCursor as "after".
query ServiceList($first: Int = 3, $after: String, $locale: String) {
  services(first: $first, after: $after, locale: $locale, orderBy: NAME_ASC) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes { id slug name summary locale isFallback safety { title severity } }
  }
}
`,
    variables: '{ "locale": "es" }',
  },
  {
    query: `# Questions of one topic, with answers. Clinical text comes with its safety notices or not at all.
query Questions {
  faqs(filter: { topic: { eq: SAFETY } }, orderBy: POSITION_ASC) {
    totalCount
    nodes { question answer { html } safety { title severity text { html } } services { name slug } }
  }
}
`,
  },
  {
    query: `# Clinicians who may practise in a state and take new patients.
query CliniciansByState($state: String = "CO") {
  clinicians(filter: { state: { eq: $state }, accepting: { eq: NEW } }) {
    totalCount
    nodes { name role languages practiceStates { state basis } credentials { name abbreviation } verifiedOn }
  }
}
`,
  },
  {
    query: `# What readers look for: other spellings, beginnings of words, both languages.
query Search($words: String = "depresion") {
  search(query: $words, first: 5) {
    totalCount
    edges { highlights { html } node { __typename id slug safety { title } } }
  }
}
`,
  },
  {
    query: `# The practice: its contacts, its menu, and help in a crisis.
query PracticeAndCrisisHelp($locale: String) {
  practice(locale: $locale) {
    name
    contacts { key label value }
    navigation { label path }
    crisisHelp { title text { html } lines { name phone textMessage url hours languages } }
    safety { title severity text { html } }
  }
}
`,
  },
  {
    query: `# Any document, by its id: take one from another answer.
query ById($id: ID!) {
  node(id: $id) {
    __typename
    id
    ... on ContentDocument { slug locale availableLocales publishedAt revision url }
  }
}
`,
    variables: '{ "id": "ketamine-assisted-psychotherapy" }',
  },
  {
    query: `# Everything that was published or withdrawn. Keep nextSince, and ask again with it.
query WhatChanged($since: String) {
  changes(since: $since, first: 10) {
    changes { kind type documentId locale at reason edition }
    nextSince
    hasMore
  }
}
`,
  },
  {
    query: `# As of an instant: this same question at /graphql?asOf=2026-01-31T09:00:00Z, or at
# /graphql?edition= with the id below, is answered as it was then.
query Edition {
  edition { id publishedAt documentCount }
}
`,
  },
  {
    query: `# As it happens, over server-sent events: send this to /graphql/stream.
subscription Live {
  changed { kind type documentId locale document { slug } }
}
`,
  },
];
