import request from 'supertest';
import type { StrapiProcess } from './strapi';

/** The first administrator of every panel under test. */
export const ADMINISTRATOR = {
  firstname: 'Test',
  lastname: 'Editor',
  email: 'editor@juniper.example',
  password: 'Correct-horse-7-battery',
};

/** The panel's own HTTP API, used with the rights of whose session it is. */
export interface Panel {
  /** The session's token. */
  readonly session: string;
  send(
    method: 'get' | 'post' | 'put' | 'delete',
    address: string,
    body?: object,
  ): Promise<request.Response>;
}

/** Registers the first administrator. @returns their session's token. */
export async function registerAdministrator(strapi: StrapiProcess): Promise<string> {
  const registered = await request(strapi.url).post('/admin/register-admin').send(ADMINISTRATOR);
  return (registered.body as { data: { token: string } }).data.token;
}

/**
 * Lets an administrator invite somebody, who registers.
 *
 * @param role the code of one of Strapi's own roles, such as `strapi-editor`.
 * @param administrator the token of the session that invites.
 * @param name tells colleagues of one role apart.
 * @returns their session's token.
 */
export async function registerColleague(
  strapi: StrapiProcess,
  role: string,
  administrator: string,
  name = role,
): Promise<string> {
  const session = ['Authorization', `Bearer ${administrator}`] as const;
  const roles = await request(strapi.url)
    .get('/admin/roles')
    .set(...session);
  const { id } =
    (roles.body as { data: { id: number; code: string }[] }).data.find(
      ({ code }) => code === role,
    ) ?? {};
  const person = { firstname: 'Test', lastname: role, email: `${name}@juniper.example` };
  const invited = await request(strapi.url)
    .post('/admin/users')
    .set(...session)
    .send({ ...person, roles: [id] });
  const { registrationToken } = (invited.body as { data: { registrationToken: string } }).data;
  const userInfo = { firstname: 'Test', lastname: role, password: ADMINISTRATOR.password };
  const registered = await request(strapi.url)
    .post('/admin/register')
    .send({ registrationToken, userInfo });
  return (registered.body as { data: { token: string } }).data.token;
}

/** Registers the first administrator and signs in. */
export async function panelOf(strapi: StrapiProcess): Promise<Panel> {
  return panelIn(strapi, await registerAdministrator(strapi));
}

/** The panel as somebody sees it who is signed in already. */
export function panelIn(strapi: StrapiProcess, session: string): Panel {
  return {
    session,
    async send(method, address, body) {
      const sent = request(strapi.url)
        [method](`/content-manager${address}`)
        .set('Authorization', `Bearer ${session}`);
      return body === undefined ? sent : sent.send(body);
    },
  };
}
