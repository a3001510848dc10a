import request from 'supertest';
import type { StrapiProcess } from './strapi';

/** The first administrator of every panel under test. */
export const ADMINISTRATOR = {
  firstname: 'Test',
  lastname: 'Editor',
  email: 'editor@juniper.example',
  password: 'Correct-horse-7-battery',
};

/** The panel's own HTTP API, used with the first administrator's rights. */
export interface Panel {
  send(
    method: 'get' | 'post' | 'put' | 'delete',
    address: string,
    body?: object,
  ): Promise<request.Response>;
}

/** Registers the first administrator and signs in. */
export async function panelOf(strapi: StrapiProcess): Promise<Panel> {
  const registered = await request(strapi.url).post('/admin/register-admin').send(ADMINISTRATOR);
  const { token } = (registered.body as { data: { token: string } }).data;
  return {
    async send(method, address, body) {
      const sent = request(strapi.url)
        [method](`/content-manager${address}`)
        .set('Authorization', `Bearer ${token}`);
      return body === undefined ? sent : sent.send(body);
    },
  };
}
