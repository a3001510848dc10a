import { Hub } from '../../../support/hub';
import { panelOf, type Panel } from '../../../support/panel';

interface Configuration {
  readonly settings: object;
  readonly metadatas: Record<string, { edit: Record<string, unknown>; list: object }>;
  readonly layouts: { edit: { name: string; size: number }[][]; list: string[] };
}

const SERVICE = '/content-types/api::service.service/configuration';
const SERVICE_KEY = 'plugin_content_manager_configuration_content_types::api::service.service';

describe('the panel of a new installation', () => {
  let hub: Hub;
  let panel: Panel;

  beforeAll(async () => {
    hub = await Hub.start('SQLite');
    panel = await panelOf(hub.strapi);
  });
  afterAll(() => hub.stop());

  async function stored(): Promise<Configuration> {
    const [row] = await hub.strapi.sql<{ value: string }>(
      'select value from strapi_core_store_settings where key = ?',
      [SERVICE_KEY],
    );
    return JSON.parse(row?.value ?? '{}') as Configuration;
  }

  it('describes the fields of content types and of components', async () => {
    const types = await panel.send('get', SERVICE);
    const { contentType } = (types.body as { data: { contentType: Configuration } }).data;
    expect(contentType.metadatas.screeningItems?.edit).toMatchObject({
      label: 'Screening',
      description: expect.stringContaining('what to tell the clinician') as string,
    });
    expect(contentType.layouts.edit[0]?.map(({ name }) => name)).toEqual(['name', 'slug']);

    const components = await panel.send('get', '/components/service.fee/configuration');
    const { component } = (components.body as { data: { component: Configuration } }).data;
    expect(component.metadatas.amount?.edit).toMatchObject({ label: 'Amount in cents' });
  });

  it('keeps what an administrator changes there, over a restart', async () => {
    const { settings, metadatas, layouts } = await stored();
    const name = metadatas.name;
    const response = await panel.send('put', SERVICE, {
      settings,
      metadatas: {
        ...metadatas,
        name: { ...name, edit: { ...name?.edit, label: 'What we call it' } },
      },
      layouts: { ...layouts, list: ['name'] },
    });
    expect(response.status).toBe(200);

    await hub.strapi.stop();
    await hub.boot();
    const after = await stored();
    expect(after.metadatas.name?.edit.label).toBe('What we call it');
    expect(after.layouts.list).toEqual(['name']);
    expect(after.metadatas.summary?.edit.label).toBe('Summary');
    expect(after.layouts.edit).toEqual(layouts.edit);
  });

  it('has no REST routes for content', async () => {
    for (const address of ['/api/services', '/api/practice', '/api/faqs']) {
      const response = await fetch(hub.strapi.url + address);
      expect(response.status).toBe(404);
    }
  });
});
