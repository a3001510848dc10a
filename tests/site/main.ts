import type { AddressInfo } from 'node:net';
import { createSite } from './site.js';

const endpoint = process.argv[2] ?? 'http://127.0.0.1:1337/graphql';
const port = Number(process.env.SITE_PORT ?? 8080);
const site = await createSite(endpoint);
site.listen(port, '127.0.0.1', () => {
  const { port: taken } = site.address() as AddressInfo;
  process.stdout.write(`The sample practice's site is at http://127.0.0.1:${taken}/en\n`);
});
