import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clinic } from '../../support/clinic';
import { TestContentApi } from '../../support/content-api';

describe('another language', () => {
  let api: TestContentApi;
  beforeAll(async () => {
    api = await TestContentApi.start(clinic());
  });
  afterAll(() => api.close());

  it('holds for everything below the field that asks for it', async () => {
    expect(
      await api.data(`{ service(slug: "psicoterapia-con-ketamina", locale: "es") {
        name locale isFallback
        phases { slug title locale isFallback }
        clinicians { nodes { name locale isFallback } }
        locations { name locale isFallback }
        conditions { note }
      } }`),
    ).toEqual({
      service: {
        name: 'Psicoterapia con ketamina',
        locale: 'es',
        isFallback: false,
        phases: [
          { slug: 'preparation', title: 'The preparation', locale: 'en', isFallback: true },
          { slug: 'session', title: 'La sesión', locale: 'es', isFallback: false },
          { slug: 'integration', title: 'The integration', locale: 'en', isFallback: true },
        ],
        clinicians: {
          nodes: [
            { name: 'Ana Alba', locale: 'en', isFallback: true },
            { name: 'Ben Bock', locale: 'en', isFallback: true },
          ],
        },
        locations: [{ name: 'Denver', locale: null, isFallback: false }],
        conditions: [],
      },
    });
  });

  it('does not touch the fields beside it', async () => {
    expect(
      await api.data(
        '{ es: service(id: "kap", locale: "es") { name } service(id: "kap") { name } }',
      ),
    ).toEqual({
      es: { name: 'Psicoterapia con ketamina' },
      service: { name: 'Ketamine-assisted psychotherapy' },
    });
  });

  it('finds a document by the slug of the default language too', async () => {
    expect(
      await api.data(
        '{ service(slug: "ketamine-assisted-psychotherapy", locale: "es") { slug isFallback } }',
      ),
    ).toEqual({ service: { slug: 'psicoterapia-con-ketamina', isFallback: false } });
  });

  it('leads to the page in the language of the text', async () => {
    expect(
      await api.data(
        '{ kap: service(id: "kap", locale: "es") { url } talk: service(id: "talk", locale: "es") { url } }',
      ),
    ).toEqual({
      kap: { url: 'https://aspen.example/es/services/psicoterapia-con-ketamina' },
      talk: { url: 'https://aspen.example/en/services/talk-therapy' },
    });
  });

  it('shows a safety notice that it lacks in the default language, and says so', async () => {
    expect(
      await api.data('{ service(id: "kap", locale: "es") { safety { title locale isFallback } } }'),
    ).toEqual({
      service: {
        safety: [
          { title: 'In a crisis', locale: 'en', isFallback: true },
          { title: 'Off-label', locale: 'en', isFallback: true },
          { title: 'No conducir', locale: 'es', isFallback: false },
        ],
      },
    });
  });
});
