import { beforeAll, describe, expect, it } from '@jest/globals';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { parseImportFile } from '../../../../src/plugins/publishing/server/import/parse';
import type { ImportPlan } from '../../../../src/plugins/publishing/server/import/plan';
import { formatProblem } from '../../../../src/plugins/publishing/server/import/problem';
import type { ContentOf, ContentTypeName } from '../../../../src/publications/content';
import { sentences, textOf, wordsIn } from './texts';

const SAMPLE = path.resolve(__dirname, '../../../../database/sample/practice.yaml');
// Nobody knows when somebody installs this for the first time.
const now = new Date('2034-05-06T07:08:09Z');

/** One document of the sample in one language, as its readers get it. */
interface Page {
  readonly name: string;
  readonly type: ContentTypeName;
  readonly key: string;
  readonly locale: 'en' | 'es';
  readonly text: string;
  readonly references: readonly string[];
  /** Undefined where the type has no notices of its own. */
  readonly safetyNotices: readonly string[] | undefined;
}

let plan: ImportPlan;
let pages: Page[];

beforeAll(async () => {
  const result = await parseImportFile(SAMPLE, now);
  if (!result.ok) throw new Error(result.problems.map(formatProblem).join('\n'));
  plan = result.plan;
  pages = plan.documents.flatMap(({ type, key, versions }) =>
    versions.flatMap(({ locale, content }) => {
      if (locale !== 'en' && locale !== 'es') return [];
      const { references = [], safetyNotices } = content as Partial<ContentOf<'faq'>>;
      const name = `${type} ${key} (${locale})`;
      return [{ name, type, key, locale, text: textOf(content), references, safetyNotices }];
    }),
  );
});

const all = <Type extends ContentTypeName>(type: Type, locale: string | null = 'en') =>
  plan.documents
    .filter((document) => document.type === type)
    .map(
      ({ versions }) =>
        versions.find((version) => version.locale === locale)?.content as ContentOf<Type>,
    );

/** The pages that fail a rule, by name, so that a failing test says which. */
const breaking = (rule: (page: Page) => boolean): string[] =>
  pages.filter((page) => !rule(page)).map(({ name }) => name);

const mentionsKetamine = ({ text }: Page) => /(?<!es)ketamin/i.test(text);
const says = (page: Page, en: RegExp, es: RegExp) =>
  (page.locale === 'en' ? en : es).test(page.text);

describe('The sample practice', () => {
  it('has enough of everything for a site', () => {
    expect(all('service').length).toBeGreaterThanOrEqual(4);
    expect(all('faq').length).toBeGreaterThanOrEqual(24);
    expect(new Set(all('faq').map(({ topic }) => topic)).size).toBeGreaterThanOrEqual(6);
    expect(all('condition').length).toBeGreaterThanOrEqual(5);
    expect(all('safety-notice').length).toBeGreaterThanOrEqual(6);
    expect(all('reference', null).length).toBeGreaterThanOrEqual(10);
    expect(all('clinician')).toHaveLength(5);
    expect(all('location', null)).toHaveLength(2);
    expect(all('practice')).toHaveLength(1);
    const kap = all('service').find(({ slug }) => slug === 'ketamine-assisted-psychotherapy');
    expect(kap?.phases).toEqual(['preparation', 'medicine-session', 'integration']);
    expect(new Set(all('safety-notice').map(({ kind }) => kind))).toEqual(
      new Set(['crisis-line', 'off-label', 'compounded', 'monitoring', 'driving', 'general']),
    );
  });

  it('is all published', () => {
    expect(plan.documents.filter(({ publish }) => !publish)).toEqual([]);
  });

  it('says the same in English and in Spanish', () => {
    expect(plan.locales).toEqual(['en', 'es']);
    for (const { type, versions } of plan.documents) {
      if (type === 'reference' || type === 'location') continue;
      const [english, spanish] = versions;
      expect(versions).toHaveLength(2);
      expect(skeleton(spanish?.content)).toEqual(skeleton(english?.content));
    }
  });

  it('is long enough to show how a page looks', () => {
    for (const locale of ['en', 'es']) {
      for (const { name, body } of all('service', locale)) {
        const words = wordsIn(textOf(body));
        expect([name, words >= 250 && words <= 500]).toEqual([name, true]);
      }
      for (const { slug, answer } of all('faq', locale)) {
        const words = wordsIn(textOf(answer));
        expect([slug, words >= 60 && words <= 150]).toEqual([slug, true]);
      }
    }
  });

  it('has small pictures, each with words for it', async () => {
    expect(plan.pictures.length).toBeGreaterThanOrEqual(8);
    for (const { filePath } of plan.pictures) {
      expect((await stat(filePath)).size).toBeLessThan(80_000);
    }
    expect(all('service').filter(({ heroImage }) => !heroImage?.alternativeText)).toEqual([]);
    expect(all('clinician').filter(({ photo }) => !photo?.alternativeText)).toEqual([]);
  });

  it('holds for years: days count from the day of loading, and no sentence expires', () => {
    for (const { verifiedOn, credentials, practiceStates } of all('clinician')) {
      expect(verifiedOn?.slice(0, 4)).toBe('2034');
      for (const { expiresOn } of [...credentials, ...practiceStates]) {
        if (expiresOn !== null) expect(expiresOn > '2034-05-06').toBe(true);
      }
    }
    expect(all('safety-notice').filter(({ factExpiresOn }) => factExpiresOn !== null)).toEqual([]);
    expect(
      breaking(
        ({ text }) => !/\b20(?:2[6-9]|[3-9]\d)\b(?!-\d\d-)|telehealth|telemedic/i.test(text),
      ),
    ).toEqual([]);
  });
});

describe('The sample practice is plainly invented', () => {
  it('down to telephone numbers and addresses', () => {
    const phones = pages.flatMap(({ text }) => text.match(/\b\d{3}[- ]\d{3}-\d{4}\b/g) ?? []);
    const places = all('location', null).map(({ phone }) => phone ?? '');
    expect([...phones, ...places].filter((phone) => !/^\d{3}-555-01\d\d$/.test(phone))).toEqual([]);
    const hosts = pages.flatMap(({ text }) =>
      [...text.matchAll(/(?:https?:\/\/|[\w.]+@)([\w.-]+)/g)].map(([, host]) => host ?? ''),
    );
    const known = /^(?:juniperhollow\.example|988lifeline\.org|creativecommons\.org)$/;
    expect(hosts.filter((host) => !known.test(host))).toEqual([]);
  });

  it('and its clinicians: no NPI, invented licences, and it says so', () => {
    for (const locale of ['en', 'es']) {
      for (const { name, npi, credentials, practiceStates, biography } of all(
        'clinician',
        locale,
      )) {
        expect([name, npi]).toEqual([name, null]);
        expect(textOf(biography)).toMatch(locale === 'en' ? /fictional/ : /fictici/);
        const identifiers = [...credentials, ...practiceStates].map(({ identifier }) => identifier);
        expect(identifiers.filter((id) => id !== null && !id.startsWith('EXAMPLE-'))).toEqual([]);
        expect(practiceStates.some(({ state }) => state === 'CO')).toBe(true);
      }
    }
    const licences = all('clinician').map(
      ({ credentials }) => credentials.find(({ kind }) => kind === 'licence')?.name,
    );
    expect(new Set(licences).size).toBe(5);
    expect(pages.find(({ type, locale }) => type === 'practice' && locale === 'en')?.text).toMatch(
      /fictional practice/,
    );
  });
});

describe('The sample practice is honest', () => {
  it('says who prescribes and who gives psychotherapy, and never mixes the two', () => {
    for (const { role, taxonomyCode, biography } of all('clinician')) {
      const isPrescriber = /^(?:2084|363L)/.test(taxonomyCode ?? '');
      expect(role).toMatch(isPrescriber ? /\(prescribes\)$/ : /does not prescribe\)$/);
      expect(textOf(biography)).toMatch(isPrescriber ? /not lead psychotherapy/ : /not prescribe/);
    }
  });

  it('says off-label wherever it speaks of ketamine, and brings the notice along', () => {
    const speaking = (page: Page) => mentionsKetamine(page) && page.type !== 'safety-notice';
    expect(pages.filter(speaking).length).toBeGreaterThan(60);
    expect(
      breaking((page) => !speaking(page) || says(page, /off-label/, /fuera de etiqueta/i)),
    ).toEqual([]);
    const lacksNotice = (page: Page) =>
      page.safetyNotices && !page.safetyNotices.includes('off-label');
    const universal = (page: Page) => page.type === 'practice';
    expect(breaking((page) => !speaking(page) || universal(page) || !lacksNotice(page))).toEqual(
      [],
    );
  });

  it('says compounded and not approved wherever it speaks of lozenges or ketamine sprays', () => {
    const speaking = (page: Page) =>
      says(
        page,
        /lozenge|(?<!es)ketamine (?:nasal )?spray|lozenges and sprays/i,
        /pastillas? que se disuelv|(?:pastillas|tabletas) y (?:el|los|un) aerosol|aerosol nasal de ketamina/i,
      );
    expect(pages.filter(speaking).length).toBeGreaterThanOrEqual(12);
    expect(
      breaking(
        (page) =>
          !speaking(page) ||
          (says(page, /compounded/, /compuest/) &&
            says(
              page,
              /not FDA-approved/i,
              /no est[aáé]n? aprobad[oa]s? por la FDA|no aprobad[oa]s? por la FDA/i,
            )),
      ),
    ).toEqual([]);
    const unaccompanied = (page: Page) =>
      page.safetyNotices && !page.safetyNotices.includes('compounded');
    expect(breaking((page) => !speaking(page) || !unaccompanied(page))).toEqual([]);
  });

  it('says FDA-approved only of esketamine, of anesthesia, or to deny it', () => {
    const approved = /FDA-approved|approved by the FDA|aprobad[oa]s? por la FDA/i;
    const allowed = /esketamin|spravato|an[ea]sthe|anest[eé]s|\bnot?\b|\bni\b|ning/i;
    const wrong = pages.flatMap(({ name, text }) =>
      sentences(text)
        .filter((sentence) => approved.test(sentence) && !allowed.test(sentence))
        .map((sentence) => `${name}: ${sentence}`),
    );
    expect(wrong).toEqual([]);
  });

  it('names no dose', () => {
    expect(breaking(({ text }) => !/\d\s*(?:mg|mcg|µg|ml|milligram|miligram)/i.test(text))).toEqual(
      [],
    );
  });

  it('promises nothing and passes no verdict', () => {
    const english =
      /\b(?:safe|safely|safest|cure[sd]?|miracle\w*|breakthrough\w*|guarantee\w*|permanent\w*|non-addictive|life-changing|right for you|good candidate|you qualify|no side effects)\b|(?<!not )\bproven\b|works? (?:faster|better) than|generic (?:version|form) of/i;
    const spanish =
      /\b(?:segur[oa]s?|cura|cur[ao]n|milagr\w*|garantiza\w*|permanente\w*|revolucionari\w*|sin efectos secundarios|usted califica|buen candidato)\b|funciona (?:mejor|más rápido) que/i;
    expect(breaking((page) => !says(page, english, spanish))).toEqual([]);
  });

  it('never says that anything prevents suicide', () => {
    const claims =
      /(?<!not been shown to )(?<!not shown to )prevents? suicide|(?<!demostrado que )previe?n[ea]n? el suicidio/i;
    expect(breaking(({ text }) => !claims.test(text))).toEqual([]);
  });

  it('cites a source for each number of patients or of days', () => {
    const counting = ({ text }: Page) =>
      /\d+\s*%|\d+ (?:of (?:its|their)|patients|pacientes|de sus)|18 (?:days|días)/i.test(text);
    expect(pages.filter(counting).length).toBeGreaterThanOrEqual(6);
    expect(breaking((page) => !counting(page) || page.references.length > 0)).toEqual([]);
  });

  it('says that the benefit of psychotherapy beside ketamine is not established', () => {
    const page = (key: string, locale: string) =>
      pages.find((candidate) => candidate.key === key && candidate.locale === locale)?.text;
    for (const key of ['ketamine-assisted-psychotherapy', 'integration', 'faq-does-therapy-add']) {
      expect(page(key, 'en')).toMatch(/not established/);
      expect(page(key, 'es')).toMatch(/no está demostrado/i);
    }
  });

  it('names the risk wherever ketamine at home comes up, with the FDA’s warning', () => {
    const speaking = (page: Page) =>
      mentionsKetamine(page) &&
      page.type !== 'safety-notice' &&
      says(page, /\bat home\b|home use/i, /\ben (?:su )?casa\b/i);
    expect(pages.filter(speaking).length).toBeGreaterThanOrEqual(6);
    expect(
      breaking(
        (page) =>
          !speaking(page) ||
          (page.references.includes('fda-compounded-2023') &&
            page.safetyNotices?.includes('monitoring') === true &&
            says(page, /breathing/, /respiración/)),
      ),
    ).toEqual([]);
  });

  it('tells everyone who has a session not to drive, and to be accompanied', () => {
    for (const locale of ['en', 'es']) {
      const session = all('therapy-phase', locale).find(({ kind }) => kind === 'session');
      expect(session?.safetyNotices).toEqual(expect.arrayContaining(['driving', 'monitoring']));
      expect(textOf(session)).toMatch(
        locale === 'en'
          ? /not drive until the next day/
          : /no debe manejar hasta el día siguiente/i,
      );
      expect(textOf(session)).toMatch(
        locale === 'en' ? /adult you have chosen/ : /adulto que usted eligió/,
      );
    }
  });

  it('tells of esketamine what its label says', () => {
    const all = (locale: string) =>
      pages.find((page) => page.key === 'esketamine-coordination' && page.locale === locale)
        ?.text ?? '';
    const facts = [
      [/REMS/, /REMS/],
      [/at least two hours/, /al menos dos horas/],
      [
        /sedation, dissociation, respiratory depression/,
        /la sedación, la disociación, la depresión\s+respiratoria/,
      ],
      [
        /abuse and misuse, and suicidal thoughts/,
        /el abuso y mal uso, y los pensamientos y conductas suicidas/,
      ],
      [/aneurysm or malformed blood vessels/, /aneurisma o vasos sanguíneos\s+malformados/],
      [/bleed in the brain/, /hemorragia cerebral/],
      [/allergy to ketamine or esketamine/, /alergia a la ketamina o la esketamina/],
      [/not been shown to prevent suicide/, /No se ha demostrado que prevenga el suicidio/],
    ] as const;
    for (const [en, es] of facts) {
      expect(all('en')).toMatch(en);
      expect(all('es')).toMatch(es);
    }
  });
});

describe('The sample practice sends people in distress to those who answer', () => {
  it('on every page, by the notice that accompanies everything', () => {
    for (const locale of ['en', 'es']) {
      expect(all('practice', locale)[0]?.safetyNotices).toEqual(['crisis-line']);
    }
  });

  it('with 988 by call, text and chat, its options for Veterans and in Spanish, and 911', () => {
    for (const locale of ['en', 'es'] as const) {
      const [practice] = all('practice', locale);
      const notice = all('safety-notice', locale).find(({ kind }) => kind === 'crisis-line');
      const places = [
        { text: textOf(practice?.crisisHelp?.text), lines: practice?.crisisHelp?.lines ?? [] },
        { text: textOf(notice?.text), lines: notice?.crisisLines ?? [] },
      ];
      for (const { text, lines } of places) {
        expect(lines.map(({ phone }) => phone)).toEqual(['988', '988', '911']);
        expect(lines[0]).toMatchObject({
          textMessage: expect.stringContaining('988'),
          url: 'https://988lifeline.org',
        });
        expect(text).toMatch(/988lifeline\.org/);
        expect(text).toMatch(/911/);
        expect(text).toMatch(
          locale === 'en' ? /call or text 988/ : /llame o envíe un mensaje de texto al 988/i,
        );
        expect(text).toMatch(locale === 'en' ? /press 1/i : /oprima 1/i);
        expect(text).toMatch(locale === 'en' ? /press 2/i : /oprima 2/i);
      }
    }
  });

  it('and never to options or numbers that are gone', () => {
    expect(
      breaking(
        ({ text }) => !/(?:press|oprima|marque|pulse) (?:3|three|tres)\b|800[- ]273/i.test(text),
      ),
    ).toEqual([]);
  });
});

/** What must be alike in two languages: which fields are there, how long lists are, and all that is not text. */
function skeleton(value: unknown): unknown {
  if (typeof value === 'string') return 'text';
  if (Array.isArray(value)) return isBlocks(value) ? value.map(blockKind) : value.map(skeleton);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      // Not every language has pronouns to name.
      .filter(([name]) => name !== 'pronouns')
      .map(([name, field]) => [name, skeleton(field)]),
  );
}

const isBlocks = (value: unknown[]) =>
  typeof value[0] === 'object' && value[0] !== null && 'children' in value[0];

const blockKind = (block: { type: string; children?: unknown[] }) =>
  block.type === 'list' ? [block.type, block.children?.length] : block.type;
