import { ApiError } from '../errors';

const AUTHORIZATION = 'Header "Authorization"';

/**
 * The refusal of a key that is not honoured. It is the same for one that never was, is revoked or has expired: whoever
 * tries keys learns nothing.
 */
export function unknownKey(): ApiError {
  return new ApiError('UNAUTHENTICATED', {
    where: AUTHORIZATION,
    what: 'This is not a key of ours, or no longer.',
    remedy:
      'Send it as "Bearer kap_…"; leave the header out to ask anonymously, or ask the practice for a key.',
  });
}

/** The refusal of a request without a key, where the practice wants one. */
export function keyMissing(): ApiError {
  return new ApiError('UNAUTHENTICATED', {
    where: AUTHORIZATION,
    what: 'This practice answers requests with a key only.',
    remedy: 'Ask the practice for a key.',
  });
}

/** The refusal of a key that comes before the keys are loaded: it may well be one of ours. */
export function keysNotLoaded(): ApiError {
  return new ApiError('NOT_READY', {
    where: 'This process',
    what: 'It has not loaded the keys yet.',
    remedy: 'Ask again in a few seconds; /readyz tells how far it is.',
  });
}

/** The refusal of a token for a preview that may be good: the authoring process has not said so lately. */
export function tokenUnconfirmed(): ApiError {
  return new ApiError('NOT_READY', {
    where: AUTHORIZATION,
    what: 'Whether this token is still good is not known just now.',
    remedy: 'Ask again in a few seconds, or open the preview in the panel anew.',
  });
}
