import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildSite } from './build.mjs';

/*
 * npm run site [-- ENDPOINT]: builds the sample practice's site with the packed client, and serves it on port 8080, or
 * SITE_PORT, from the content hub at ENDPOINT (default http://127.0.0.1:1337/graphql).
 */
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const program = await buildSite(path.join(root, 'dist/site'));
await import(pathToFileURL(program).href);
