import request from 'supertest';
import { registerColleague, type Panel } from './panel';
import type { StrapiProcess } from './strapi';

interface Permission {
  readonly action: string;
  readonly subject: string | null;
  readonly properties: object;
  readonly conditions: readonly string[];
}

const EXPLORER = 'plugin::content-manager.explorer';

/**
 * The panel as somebody with one of Strapi's own roles has it, in every language: what needs to be told of languages,
 * Strapi left out when it made the roles.
 *
 * @param administrator the session that invites and permits.
 */
export async function colleagueOf(
  strapi: StrapiProcess,
  role: 'strapi-author' | 'strapi-editor',
  administrator: string,
): Promise<Panel> {
  const session = await registerColleague(strapi, role, administrator);
  const asAdministrator = ['Authorization', `Bearer ${administrator}`] as const;
  const listed = await request(strapi.url)
    .get('/admin/roles')
    .set(...asAdministrator);
  const { data: roles } = listed.body as { data: { id: number; code: string }[] };
  const address = `/admin/roles/${roles.find(({ code }) => code === role)?.id}/permissions`;
  const granted = await request(strapi.url)
    .get(address)
    .set(...asAdministrator);
  const seeded = (granted.body as { data: Permission[] }).data;
  const inEveryLanguage = (permission: Permission): Permission[] => {
    const { action, subject, conditions } = permission;
    const properties = { ...permission.properties, locales: ['en', 'es'] };
    if (!subject?.startsWith('api::')) return [{ action, subject, properties: {}, conditions }];
    if (action !== `${EXPLORER}.create`) return [{ action, subject, properties, conditions }];
    const others = role === 'strapi-author' ? ['delete'] : ['delete', 'publish'];
    return [
      { action, subject, properties, conditions },
      ...others.map((other) => ({
        action: `${EXPLORER}.${other}`,
        subject,
        properties: { locales: ['en', 'es'] },
        conditions,
      })),
    ];
  };
  const wanted = seeded
    .filter(({ action }) => !/\.(delete|publish)$/.test(action))
    .flatMap(inEveryLanguage);
  const given = await request(strapi.url)
    .put(address)
    .set(...asAdministrator)
    .send({ permissions: wanted });
  if (given.status !== 200) throw new Error(`Not permitted: ${given.text}`);
  return {
    session,
    async send(method, path, body) {
      const sent = request(strapi.url)
        [method](`/content-manager${path}`)
        .set('Authorization', `Bearer ${session}`);
      return body === undefined ? sent : sent.send(body);
    },
  };
}
