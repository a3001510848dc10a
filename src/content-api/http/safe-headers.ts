/**
 * What every answer says, whatever it is of: no browser may take it for another type than it says it is, and none may
 * tell the next site from where it came, since an address can hold a preview's token.
 */
export const SAFE_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
} as const;
