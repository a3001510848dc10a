import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Places } from '../places';
import type { PracticeSize } from '../practice/practice';
import { renderedPractice, type RenderedPractice } from '../practice/rendered';
import { strapi } from '../questions/strapi';
import type { Contender } from './contender';
import { ServerProcess } from './server-process';

/** Installs what the product itself must not depend on, once. Takes some minutes. */
export async function installPeers(places: Places, tell: (message: string) => void): Promise<void> {
  if (existsSync(path.join(places.peers, 'node_modules/.package-lock.json'))) return;
  tell('Installing the peers (some minutes, once) …');
  await promisify(execFile)('npm', ['install', '--no-save', '--no-audit', '--no-fund'], {
    cwd: places.peers,
  });
}

/** Strapi with its own GraphQL plugin on SQLite, holding the same practice. */
export async function startStrapiPeer(
  places: Places,
  folder: string,
  size: PracticeSize,
): Promise<Contender> {
  const file = path.join(folder, 'practice.json');
  await writeFile(file, JSON.stringify(forStrapi(renderedPractice(size))));
  const server = await ServerProcess.start({
    program: path.join(places.peers, 'program.js'),
    cwd: places.peers,
    env: { DATA_FOLDER: folder, PRACTICE: file },
    tellsWhenReady: true,
  });
  const { token } = (await server.ask({ tell: 'token' })) as { token: string };
  return {
    name: "Strapi's GraphQL plugin",
    server,
    headers: { authorization: `Bearer ${token}` },
    questions: { LIST: strapi.LIST(size.services), ONE: strapi.ONE(size.services) },
  };
}

/** The practice as the peer's content types have it; the notices for every text are on each text. */
function forStrapi(practice: RenderedPractice) {
  const slugs = new Map(
    [...practice.notices, ...practice.phases, ...practice.services].map((document) => [
      document.documentId,
      document.content.slug,
    ]),
  );
  const named = (ids: readonly string[]) => ids.flatMap((id) => slugs.get(id) ?? []);
  const safetyNotices = (ids: readonly string[]) => named([...practice.everywhere, ...ids]);
  const html = (source: Parameters<RenderedPractice['render']>[0]) => practice.render(source).html;

  return {
    'safety-notice': practice.notices.map(({ content: { title, slug, kind, severity, text } }) => ({
      title,
      slug,
      kind,
      severity,
      text: html(text),
      relations: {},
    })),
    'therapy-phase': practice.phases.map(({ content }) => ({
      title: content.title,
      slug: content.slug,
      kind: content.kind,
      summary: content.summary,
      body: html(content.body),
      relations: { safetyNotices: safetyNotices(content.safetyNotices) },
    })),
    service: practice.services.map(({ content }) => ({
      name: content.name,
      slug: content.slug,
      summary: content.summary,
      body: html(content.body),
      relations: {
        phases: named(content.phases),
        safetyNotices: safetyNotices(content.safetyNotices),
      },
    })),
    clinician: practice.clinicians.map(({ content }) => ({
      name: content.name,
      slug: content.slug,
      role: content.role,
      biography: html(content.biography),
      relations: { services: named(content.services) },
    })),
    faq: practice.faqs.map(({ content }) => ({
      question: content.question,
      slug: content.slug,
      topic: content.topic,
      answer: html(content.answer),
      position: content.position,
      relations: {
        services: named(content.services),
        safetyNotices: safetyNotices(content.safetyNotices),
      },
    })),
  };
}
