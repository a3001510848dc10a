import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clinic, HERO, HERO_SMALL } from '../../support/clinic';
import { PUBLIC_URL, TestContentApi } from '../../support/content-api';

describe('a document', () => {
  let api: TestContentApi;
  beforeAll(async () => {
    api = await TestContentApi.start(clinic());
  });
  afterAll(() => api.close());

  it('is found by its slug and by its id', async () => {
    expect(
      await api.data(`{
        bySlug: service(slug: "ketamine-assisted-psychotherapy") { id name }
        byId: service(id: "kap") { slug name }
        none: service(slug: "nothing") { id }
        otherType: service(id: "ana") { id }
      }`),
    ).toEqual({
      bySlug: { id: 'kap', name: 'Ketamine-assisted psychotherapy' },
      byId: { slug: 'ketamine-assisted-psychotherapy', name: 'Ketamine-assisted psychotherapy' },
      none: null,
      otherType: null,
    });
  });

  it('tells what every document tells', async () => {
    const { service } = await api.data<{ service: object }>(`{ service(id: "kap") {
      __typename id slug locale availableLocales isFallback status revision contentHash publishedAt firstPublishedAt
      authors { name role url } tags references { title url } refreshBy url
      attribution { text url licence } sharing { shareable licence licenceUrl refreshWithinDays }
    } }`);
    expect(service).toEqual({
      __typename: 'Service',
      id: 'kap',
      slug: 'ketamine-assisted-psychotherapy',
      locale: 'en',
      availableLocales: ['en', 'es'],
      isFallback: false,
      status: 'PUBLISHED',
      revision: 1,
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      publishedAt: expect.stringMatching(/^2026-01-05T09:00:\d\d\.000Z$/),
      firstPublishedAt: expect.stringMatching(/^2026-01-05T09:00:\d\d\.000Z$/),
      authors: [{ name: 'R. Roe', role: 'Editor', url: null }],
      tags: ['ketamine'],
      references: [{ title: 'A trial', url: 'https://doi.org/10.1000/182' }],
      refreshBy: 'P7D',
      url: 'https://aspen.example/en/services/ketamine-assisted-psychotherapy',
      attribution: {
        text: 'Aspen Practice',
        url: 'https://aspen.example/en/services/ketamine-assisted-psychotherapy',
        licence: 'CC-BY-4.0',
      },
      sharing: {
        shareable: true,
        licence: 'CC-BY-4.0',
        licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
        refreshWithinDays: 7,
      },
    });
  });

  it('has terms of its own where its editor gave it some', async () => {
    expect(
      await api.data('{ service(id: "talk") { attribution { text licence } refreshBy } }'),
    ).toEqual({
      service: { attribution: { text: 'Words by Aspen', licence: null }, refreshBy: 'P7D' },
    });
  });

  it('tells a service whole', async () => {
    const { service } = await api.data<{ service: object }>(`{ service(id: "kap") {
      summary body { html markdown text } whatToExpect { html } safety { title }
      heroImage { url mime width height alternativeText focalPoint { x y } placeholder
        renditions { url mime width height } }
      administrationRoutes { route regulatoryStatus explanation }
      conditions { condition { name alsoKnownAs } evidenceLevel note }
      screeningItems { kind name explanation }
      phases { title kind } delivery { inPerson video phone }
      course { sessionsMinimum sessionsMaximum weeksMinimum note }
      fees { name amount currency unit note } locations { name locale } regions
      searchEngine { title description }
    } }`);
    expect(service).toEqual({
      summary: 'Call 303-555-0100 to begin.',
      body: { html: '<p>How kap works.</p>', markdown: 'How kap works.', text: 'How kap works.' },
      whatToExpect: null,
      safety: [{ title: 'In a crisis' }, { title: 'No driving' }, { title: 'Off-label' }],
      heroImage: {
        url: `${PUBLIC_URL}/media/${HERO}/session%20room.png`,
        mime: 'image/png',
        width: 1600,
        height: 900,
        alternativeText: 'A quiet room',
        focalPoint: { x: 50, y: 25 },
        placeholder: 'AAECAw==',
        renditions: [
          ...['avif', 'webp'].map((format) => ({
            url: `${PUBLIC_URL}/media/${HERO}/320/session%20room.${format}`,
            mime: `image/${format}`,
            width: 320,
            height: 180,
          })),
          {
            url: `${PUBLIC_URL}/media/${HERO_SMALL}/session%20room-500.webp`,
            mime: 'image/webp',
            width: 500,
            height: 281,
          },
          ...[640, 960, 1280].flatMap((width) =>
            ['avif', 'webp'].map((format) => ({
              url: `${PUBLIC_URL}/media/${HERO}/${width}/session%20room.${format}`,
              mime: `image/${format}`,
              width,
              height: (width * 9) / 16,
            })),
          ),
        ],
      },
      administrationRoutes: [
        {
          route: 'NASAL_SPRAY',
          regulatoryStatus: 'APPROVED',
          explanation: 'Approved as Spravato.',
        },
      ],
      conditions: [
        {
          condition: { name: 'Depression', alsoKnownAs: ['Low mood'] },
          evidenceLevel: 'MODERATE',
          note: 'Some trials.',
        },
      ],
      screeningItems: [{ kind: 'CONTRAINDICATION', name: 'Psychosis', explanation: 'Tell us.' }],
      phases: [
        { title: 'The preparation', kind: 'PREPARATION' },
        { title: 'The session', kind: 'SESSION' },
        { title: 'The integration', kind: 'INTEGRATION' },
      ],
      delivery: { inPerson: true, video: false, phone: false },
      course: { sessionsMinimum: 3, sessionsMaximum: 6, weeksMinimum: null, note: null },
      fees: [{ name: 'Session', amount: 45_000, currency: 'USD', unit: 'SESSION', note: null }],
      locations: [{ name: 'Denver', locale: null }],
      regions: ['US-CO'],
      searchEngine: { title: 'KAP', description: null },
    });
  });

  it('tells a phase, a clinician, a condition, a location and an FAQ whole', async () => {
    expect(
      await api.data(`{
        therapyPhase(slug: "session") {
          title kind goals steps { title text } clinicianRole { text } whatPeopleReport { text }
          visits { minimum maximum minutesMinimum minutesMaximum note } aftercare { text } safety { id }
        }
        clinician(slug: "ana") {
          name pronouns role languages accepting verifiedOn bookingUrl npi photo { url } url
          credentials { kind name abbreviation issuer state identifier status expiresOn verifiedOn }
          practiceStates { state basis expiresOn } locations { city } services { slug } phases { slug }
          biography { text } attribution { text } safety { id } authors { name }
        }
        condition(slug: "depression") { name summary body { html } safety { title } references { authorNames year doi kind } }
        location(slug: "denver") { addressLines city state latitude longitude wheelchairAccessible tags }
        faq(slug: "safety") { question answer { text } safety { id } topic audience position services { name } phases { title } }
      }`),
    ).toMatchSnapshot();
  });

  it('tells of the practice, which is one', async () => {
    expect(
      await api.data(`{ practice {
        slug name contacts { key label kind value } navigation { label path } funding { text }
        crisisHelp { title text { text } lines { name phone textMessage url hours languages } }
        safety { title } attribution { text }
      } }`),
    ).toMatchSnapshot();
  });

  it('is found by its id whatever its type', async () => {
    expect(
      await api.data(`{
        node(id: "ana") { __typename id ... on Clinician { name } ... on ContentDocument { slug } }
        nodes(ids: ["trial", "nothing", "crisis"]) { __typename id }
        none: node(id: "nothing") { id }
      }`),
    ).toEqual({
      node: { __typename: 'Clinician', id: 'ana', name: 'Ana Alba', slug: 'ana' },
      nodes: [
        { __typename: 'Reference', id: 'trial' },
        null,
        { __typename: 'SafetyNotice', id: 'crisis' },
      ],
      none: null,
    });
  });

  it('is told with the edition that it is from', async () => {
    const answer = await api.ask('{ edition { id publishedAt documentCount } }');
    const edition = api.follower.catalogue?.edition;
    expect(answer.body).toEqual({
      data: {
        edition: {
          id: edition?.id,
          publishedAt: edition?.publishedAt,
          documentCount: edition?.documentCount,
        },
      },
    });
    expect(answer.headers['content-edition']).toBe(edition?.id);
  });
});
