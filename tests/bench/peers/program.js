'use strict';

const { mkdirSync, readFileSync } = require('node:fs');
const path = require('node:path');
const { createStrapi } = require('@strapi/strapi');

/*
 * Strapi with its own GraphQL plugin, filled with the bench's practice through the document service. Its settings are
 * Strapi's defaults; it is asked with an API token, as a site asks it. Listens on PORT, keeps its database in
 * DATA_FOLDER, reads the practice from the JSON file PRACTICE, says "ready" and then tells its token when asked.
 */
async function main() {
  mkdirSync(path.join(process.env.DATA_FOLDER, 'uploads'), { recursive: true });
  const strapi = createStrapi({ appDir: __dirname, distDir: __dirname, serveAdminPanel: false });
  await strapi.load();
  await fill(strapi, JSON.parse(readFileSync(process.env.PRACTICE, 'utf8')));
  const { accessKey } = await strapi.service('admin::api-token').create({
    name: 'bench',
    description: '',
    type: 'full-access',
    lifespan: null,
  });
  await strapi.start();
  process.on('message', () => process.send({ token: accessKey }));
  process.send('ready');
}

/** @param practice by content type, what is named before what names it; relations name slugs. */
async function fill(strapi, practice) {
  const ids = new Map();
  for (const [type, documents] of Object.entries(practice)) {
    for (const { relations, ...data } of documents) {
      for (const [field, slugs] of Object.entries(relations))
        data[field] = slugs.map((slug) => ids.get(slug));
      const created = await strapi
        .documents(`api::${type}.${type}`)
        .create({ data, status: 'published' });
      ids.set(data.slug, created.documentId);
    }
  }
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
