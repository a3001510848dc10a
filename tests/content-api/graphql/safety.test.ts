import { afterEach, describe, expect, it } from '@jest/globals';
import { clinic } from '../../support/clinic';
import { TestContentApi } from '../../support/content-api';

const SAFETY = '{ safety { id severity } }';
const CRISIS = { id: 'crisis', severity: 'EMERGENCY' };
const DRIVING = { id: 'driving', severity: 'WARNING' };
const OFF_LABEL = { id: 'off-label', severity: 'CAUTION' };

describe('safety', () => {
  let api: TestContentApi;
  afterEach(() => api.close());

  it('puts the most severe first, whoever named it', async () => {
    api = await TestContentApi.start(clinic());
    expect(await api.data(`{ service(id: "kap") ${SAFETY} }`)).toEqual({
      service: { safety: [CRISIS, DRIVING, OFF_LABEL] },
    });
  });

  it('goes with every clinical text, and with nothing else', async () => {
    api = await TestContentApi.start(clinic());
    expect(
      await api.data(`{
        therapyPhase(id: "session") ${SAFETY} faq(id: "safety") ${SAFETY}
        condition(id: "depression") ${SAFETY} clinician(id: "ana") ${SAFETY}
        location(id: "denver") ${SAFETY} practice ${SAFETY} node(id: "trial") { ... on Reference ${SAFETY} }
      }`),
    ).toEqual({
      therapyPhase: { safety: [CRISIS] },
      faq: { safety: [CRISIS, DRIVING] },
      condition: { safety: [CRISIS] },
      clinician: { safety: [] },
      location: { safety: [] },
      practice: { safety: [CRISIS] },
      node: { safety: [] },
    });
  });

  it('tells a notice once, which text and practice both name, or the text twice', async () => {
    const log = clinic();
    log.publish('faq', 'twice', { content: { safetyNotices: ['crisis', 'driving', 'driving'] } });
    api = await TestContentApi.start(log);
    expect(await api.data(`{ faq(id: "twice") ${SAFETY} }`)).toEqual({
      faq: { safety: [CRISIS, DRIVING] },
    });
  });

  it('keeps the editor’s order among the equally severe', async () => {
    const log = clinic();
    for (const id of ['b', 'a', 'c']) {
      log.publish('safety-notice', id, { content: { severity: 'warning' } });
    }
    log.publish('faq', 'many', { content: { safetyNotices: ['b', 'driving', 'a', 'c'] } });
    api = await TestContentApi.start(log);
    const { faq } = await api.data<{ faq: { safety: { id: string }[] } }>(
      `{ faq(id: "many") ${SAFETY} }`,
    );
    expect(faq.safety.map(({ id }) => id)).toEqual(['crisis', 'b', 'driving', 'a', 'c']);
  });

  it('comes and goes with the notice', async () => {
    const log = clinic();
    api = await TestContentApi.start(log);
    log.withdraw('safety-notice', 'crisis');
    await api.catchUp(log);
    expect(await api.data(`{ faq(id: "safety") ${SAFETY} }`)).toEqual({
      faq: { safety: [DRIVING] },
    });
    log.publish('safety-notice', 'crisis', { content: { severity: 'caution' } });
    await api.catchUp(log);
    expect(await api.data(`{ faq(id: "safety") ${SAFETY} }`)).toEqual({
      faq: { safety: [DRIVING, { id: 'crisis', severity: 'CAUTION' }] },
    });
  });
});
