import { ApiError } from '../../errors';
import type { Shape } from './shape';

/** What any operation may be at most, whoever asks. */
export const LIMITS = {
  /** A page of services with their FAQs, by edges, and the notices' text, is ten deep. */
  depth: 15,
  /** A page that shows several lists renames some of them. */
  aliases: 50,
  /**
   * GraphQL compares the fields of a document with one another before anybody can refuse it, so the time that takes
   * grows with the square of its length: 1,000 that are alike take some tens of milliseconds, 4,000 took 180 to 440. What tools, our
   * client and the export send has 250 at most.
   */
  tokens: 1_000,
  /** Of a text, with its white space: each error of it is placed by counting the lines before it. */
  characters: 16_000,
  /** A filter may nest a few; whoever nests more wants to see what breaks. */
  valueDepth: 32,
} as const;

/** @returns why an operation built so is refused, or null. */
export function refusedShape({ depth, aliases, valueDepth }: Shape): ApiError | null {
  if (depth > LIMITS.depth) {
    return new ApiError('QUERY_TOO_DEEP', {
      where: 'Operation',
      what: `It is ${depth} fields deep; ${LIMITS.depth} are the most.`,
      remedy: 'Ask for what is further down by its id, in a second operation.',
    });
  }
  if (aliases > LIMITS.aliases) {
    return new ApiError('QUERY_TOO_MANY_ALIASES', {
      where: 'Operation',
      what: `It has ${aliases} aliases; ${LIMITS.aliases} are the most.`,
      remedy: 'Ask for several documents by "nodes" or by a filter with "in".',
    });
  }
  if (valueDepth > LIMITS.valueDepth) {
    return new ApiError('QUERY_TOO_DEEP', {
      where: 'Operation',
      what: `It has a value ${valueDepth} levels deep; ${LIMITS.valueDepth} are the most.`,
      remedy: 'Ask with a simpler filter.',
    });
  }
  return null;
}

export function tooLong(limit: 'tokens' | 'characters'): ApiError {
  return new ApiError('QUERY_TOO_LONG', {
    where: 'Operation',
    what: `It has more than ${LIMITS[limit]} ${limit === 'tokens' ? 'words and signs' : limit}.`,
    remedy: 'Ask in several operations.',
  });
}

/** @param cost null where there was too much to reckon. */
export function tooCostly(cost: number | null, limit: number): ApiError {
  return new ApiError('QUERY_TOO_COSTLY', {
    where: 'Operation',
    what:
      cost === null
        ? 'It is too large to be reckoned.'
        : `It may cost ${cost} points; ${limit} are the most.`,
    remedy:
      'Ask for shorter pages ("first"), or in several operations; the README has the formula.',
  });
}

/** @param path where clinical text is selected alone. */
export function safetyNotSelected(path: string): ApiError {
  return new ApiError('SAFETY_NOT_SELECTED', {
    where: `Selection "${path}"`,
    what: 'It selects clinical text without the safety notices that belong to it.',
    remedy:
      'Select "safety { title severity text { html } }" beside it, without a condition, and show it.',
  });
}
