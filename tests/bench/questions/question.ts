/**
 * What is asked. LIST: ten services with their phases, clinicians, FAQs and safety notices, as a site's build asks for
 * them. ONE: a service by its slug with the same, as a page asks for it.
 */
export type QuestionName = 'LIST' | 'ONE';

export const questionNames: readonly QuestionName[] = ['LIST', 'ONE'];

/** Services in an answer to LIST. */
export const LIST_LENGTH = 10;

/** A question as one server understands it. Plain data: it is sent to the process that asks. */
export interface Question {
  readonly query: string;
  /**
   * Which services an answer is about: for LIST the value behind which the page begins (a cursor, or how many to skip),
   * for ONE the slug. The variable of this name gets one of the values.
   */
  readonly subject: {
    readonly variable: string;
    readonly values: readonly (string | number | null)[];
  };
}

/** How many clinicians and FAQs each service of the practice has, so that no page is ever cut short. */
export interface Fewest {
  readonly clinicians: number;
  readonly faqs: number;
}

/** The most that a page may be asked to hold. */
const PAGE_LIMIT = 100;

/**
 * The variables of the n-th question, from 0. No two are the same, so a server that remembers answers by question has
 * never seen one before; each names another subject than the one before, and more clinicians and FAQs a page than
 * there are, so that all answers about a subject are alike and take the same work.
 *
 * @throws RangeError when all questions have been asked: a further one would not be new.
 */
export function variablesOf(
  question: Question,
  fewest: Fewest,
  n: number,
): Record<string, unknown> {
  const { variable, values } = question.subject;
  const subject = values[n % values.length];
  const page = Math.floor(n / values.length);
  const faqPages = PAGE_LIMIT - fewest.faqs + 1;
  const clinicians = fewest.clinicians + Math.floor(page / faqPages);
  if (clinicians > PAGE_LIMIT)
    throw new RangeError(`Question ${n} would not be new: run fewer or shorter rounds.`);
  return { [variable]: subject, clinicians, faqs: fewest.faqs + (page % faqPages) };
}
