import type { Sha256 } from '../../src/publications/publication';
import { paragraphs } from './contents';
import { englishAndSpanish, TestLog } from './publications';

/** The SHA-256 that pictures of the clinic are named by. */
export const HERO = 'a'.repeat(64) as Sha256;
export const HERO_SMALL = 'b'.repeat(64) as Sha256;

const terms = {
  shareable: true,
  licence: 'CC-BY-4.0',
  licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
  attribution: null,
  refreshWithinDays: 7,
};
const crisisLine = {
  name: '988 Lifeline',
  phone: '988',
  textMessage: '988',
  url: 'https://988lifeline.org',
  hours: null,
  languages: null,
};

/**
 * A small practice, in English and for a part in Spanish: one service with all its parts, three phases, two
 * clinicians, three FAQs, a condition, three notices of which one goes everywhere, a reference and a location.
 */
export function clinic(): TestLog {
  const log = new TestLog();
  log.configure(englishAndSpanish);
  publishPractice(log);
  publishSafety(log);
  log.publish('reference', 'trial', {
    content: {
      title: 'A trial',
      kind: 'article',
      year: 2023,
      doi: '10.1000/182',
      authors: 'Doe J',
    },
  });
  log.publish('condition', 'depression', {
    content: { name: 'Depression', alsoKnownAs: [{ text: 'Low mood' }], references: ['trial'] },
  });
  log.publish('location', 'denver', {
    content: { name: 'Denver', addressLines: [{ text: '1 Main Street' }], latitude: 39.7 },
  });
  publishPhases(log);
  publishService(log);
  publishClinicians(log);
  publishFaqs(log);
  return log;
}

function publishPractice(log: TestLog): void {
  log.publish('practice', 'the-practice', {
    content: {
      name: 'Aspen Practice',
      contacts: [{ key: 'phone', label: 'Phone', kind: 'phone', value: '303-555-0100' }],
      safetyNotices: ['crisis'],
      pages: [{ type: 'service', pattern: 'https://aspen.example/{locale}/services/{slug}' }],
      navigation: [{ label: 'Services', path: '/services' }],
      crisisHelp: {
        title: 'Help now',
        text: paragraphs('Call {{contact.phone}}.'),
        lines: [crisisLine],
      },
      sharing: terms,
    },
  });
}

function publishSafety(log: TestLog): void {
  log.publish('safety-notice', 'crisis', {
    content: {
      title: 'In a crisis',
      kind: 'crisis-line',
      severity: 'emergency',
      crisisLines: [crisisLine],
    },
  });
  log.publish('safety-notice', 'driving', {
    content: {
      title: 'No driving',
      kind: 'driving',
      severity: 'warning',
      factExpiresOn: '2027-01-31',
    },
  });
  log.publish('safety-notice', 'driving', {
    locale: 'es',
    content: { title: 'No conducir', severity: 'information' },
  });
  log.publish('safety-notice', 'off-label', {
    content: {
      title: 'Off-label',
      kind: 'off-label',
      severity: 'caution',
      jurisdiction: { code: 'US', name: 'United States', note: null },
    },
  });
}

function publishPhases(log: TestLog): void {
  const kinds = ['preparation', 'session', 'integration'] as const;
  for (const kind of kinds) {
    log.publish('therapy-phase', kind, {
      content: {
        title: `The ${kind}`,
        kind,
        goals: [{ text: 'Calm' }],
        steps: [{ title: 'Arrive', text: 'Sit down.' }],
        visits: { minimum: 1, maximum: 2, minutesMinimum: 60, minutesMaximum: 90, note: null },
        aftercare: paragraphs('Rest.'),
      },
    });
  }
  log.publish('therapy-phase', 'session', {
    locale: 'es',
    content: { title: 'La sesión', kind: 'session' },
  });
}

function publishService(log: TestLog): void {
  const shared = {
    phases: ['preparation', 'session', 'never-published', 'integration'],
    safetyNotices: ['off-label', 'driving'],
    locations: ['denver'],
  };
  log.publish('service', 'kap', {
    content: {
      name: 'Ketamine-assisted psychotherapy',
      slug: 'ketamine-assisted-psychotherapy',
      summary: 'Call {{contact.phone}} to begin.',
      ...shared,
      heroImage: {
        file: {
          sha256: HERO,
          name: 'session room.png',
          mime: 'image/png',
          width: 1600,
          height: 900,
          focalPoint: { x: 50, y: 25 },
        },
        alternativeText: 'A quiet room',
      },
      administrationRoutes: [
        {
          route: 'nasal-spray',
          regulatoryStatus: 'approved',
          explanation: 'Approved as Spravato.',
        },
      ],
      conditions: [
        { condition: 'depression', evidenceLevel: 'moderate', note: 'Some trials.' },
        { condition: 'never-published', evidenceLevel: 'none', note: 'Hidden.' },
      ],
      screeningItems: [{ kind: 'contraindication', name: 'Psychosis', explanation: 'Tell us.' }],
      delivery: { inPerson: true, video: false, phone: false },
      course: {
        sessionsMinimum: 3,
        sessionsMaximum: 6,
        weeksMinimum: null,
        weeksMaximum: null,
        note: null,
      },
      fees: [{ name: 'Session', amount: 45_000, currency: 'USD', unit: 'session', note: null }],
      regions: [{ code: 'US-CO' }],
      references: ['trial'],
      authors: [{ name: 'R. Roe', role: 'Editor', url: null }],
      tags: [{ name: 'ketamine' }],
      searchEngine: { title: 'KAP', description: null },
    },
    media: {
      [HERO]: {
        placeholder: 'AAECAw==',
        renditions: [{ sha256: HERO_SMALL, mime: 'image/webp', width: 500, height: 281 }],
      },
    },
  });
  log.publish('service', 'kap', {
    locale: 'es',
    content: { name: 'Psicoterapia con ketamina', slug: 'psicoterapia-con-ketamina', ...shared },
  });
  log.publish('service', 'talk', {
    content: {
      name: 'Talk therapy',
      slug: 'talk-therapy',
      phases: ['integration'],
      sharing: { ...terms, licence: null, attribution: 'Words by Aspen', refreshWithinDays: null },
    },
  });
}

function publishClinicians(log: TestLog): void {
  log.publish('clinician', 'ana', {
    content: {
      name: 'Ana Alba',
      services: ['kap', 'talk'],
      phases: ['session'],
      locations: ['denver'],
      languages: [{ code: 'en' }, { code: 'es' }],
      accepting: 'existing-and-family',
      verifiedOn: '2026-01-02',
      credentials: [
        {
          kind: 'licence',
          name: 'Licensed Professional Counselor',
          abbreviation: 'LPC',
          issuer: 'Colorado',
          state: 'CO',
          identifier: 'X-1',
          status: 'active',
          expiresOn: '2027-12-31',
          verifiedOn: null,
        },
      ],
      practiceStates: [
        { state: 'CO', basis: 'licence', identifier: null, expiresOn: null, verifiedOn: null },
      ],
    },
  });
  log.publish('clinician', 'ben', { content: { name: 'Ben Bock', services: ['kap'] } });
}

function publishFaqs(log: TestLog): void {
  const topics = ['basics', 'safety', 'cost'] as const;
  topics.forEach((topic, position) => {
    log.publish('faq', topic, {
      content: {
        question: `What about ${topic}?`,
        topic,
        position,
        services: ['kap'],
        phases: topic === 'safety' ? ['session'] : [],
        safetyNotices: topic === 'safety' ? ['driving'] : [],
      },
    });
  });
}
