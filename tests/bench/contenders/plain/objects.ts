import { severities } from '../../../../src/publications/content/safety-notice';
import { constantCase } from './constant-case';
import type { RenderedPractice } from '../../practice/rendered';
import type { Clinician, Faq, SafetyNotice, Service, TherapyPhase } from './types';

const ranks = severities.map(constantCase);

/** The practice's services as objects that point to one another, in the order of their names. */
export function objectsOf(practice: RenderedPractice): Service[] {
  const notices = new Map<string, SafetyNotice>(
    practice.notices.map(({ documentId, content }) => [
      documentId,
      {
        id: documentId,
        slug: content.slug,
        kind: constantCase(content.kind),
        severity: constantCase(content.severity),
        title: content.title,
        text: practice.render(content.text),
      },
    ]),
  );
  const found = <Item>(items: ReadonlyMap<string, Item>, ids: readonly string[]): Item[] =>
    ids.flatMap((id) => items.get(id) ?? []);
  // Notices stand as the content API lists them: from the most severe down, so that answers can be compared.
  const rank = ({ severity }: SafetyNotice) => ranks.indexOf(severity);
  const safety = (ids: readonly string[]) =>
    found(notices, [...ids, ...practice.everywhere]).sort((a, b) => rank(b) - rank(a));

  const phases = new Map<string, TherapyPhase>(
    practice.phases.map(({ documentId, content }) => [
      documentId,
      {
        id: documentId,
        slug: content.slug,
        kind: constantCase(content.kind),
        title: content.title,
        summary: content.summary,
        body: practice.render(content.body),
        safety: safety(content.safetyNotices),
      },
    ]),
  );
  const services = new Map<string, Service>(
    practice.services.map(({ documentId, content }) => [
      documentId,
      {
        id: documentId,
        slug: content.slug,
        name: content.name,
        summary: content.summary,
        body: practice.render(content.body),
        safety: safety(content.safetyNotices),
        phases: found(phases, content.phases),
        allClinicians: [],
        allFaqs: [],
      },
    ]),
  );
  for (const { documentId, content } of practice.clinicians) {
    const clinician: Clinician = {
      id: documentId,
      slug: content.slug,
      name: content.name,
      role: content.role,
      biography: practice.render(content.biography),
    };
    for (const service of found(services, content.services)) service.allClinicians.push(clinician);
  }
  for (const { documentId, content } of practice.faqs) {
    const faq: Faq = {
      id: documentId,
      slug: content.slug,
      question: content.question,
      topic: constantCase(content.topic),
      answer: practice.render(content.answer),
      safety: safety(content.safetyNotices),
    };
    for (const service of found(services, content.services)) service.allFaqs.push(faq);
  }
  for (const service of services.values()) {
    service.allClinicians.sort((a, b) => a.name.localeCompare(b.name));
  }
  return [...services.values()];
}
