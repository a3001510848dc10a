import { ApiError } from '../errors';

/** Drafts are in the database, and nowhere else. */
export function draftsAreAway(cause: unknown): ApiError {
  return new ApiError(
    'NOT_READY',
    {
      where: 'This process',
      what: 'It cannot read the drafts just now.',
      remedy: 'Ask again later, or without the preview key for what is public.',
    },
    { cause },
  );
}

/** What is far back is read from the log again. */
export function pastIsAway(cause: unknown): ApiError {
  return new ApiError(
    'NOT_READY',
    {
      where: 'This process',
      what: 'It cannot read that far back just now.',
      remedy: 'Ask again later; what is public now is answered all the same.',
    },
    { cause },
  );
}
