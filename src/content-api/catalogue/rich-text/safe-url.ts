const ALLOWED_SCHEMES: ReadonlySet<string> = new Set([
  'http:',
  'https:',
  'mailto:',
  'tel:',
  'sms:',
]);

/** A link's address as it may stand in a page; null for one that could run a script or leave the web. */
export function safeUrl(address: string): string | null {
  const url = address.trim();
  // Site-relative, but not `//host`, which is another site's address without its scheme. Browsers read `\` as `/`, and
  // drop a tab or a line's end inside an address: what is not a character of an address is encoded.
  if (/^[/#?](?![/\\])/.test(url)) return url.replace(/[\s\\<>"`]/g, encodeURIComponent);
  try {
    const parsed = new URL(url);
    return ALLOWED_SCHEMES.has(parsed.protocol) ? parsed.href : null;
  } catch {
    return null;
  }
}

/** Whether the address leaves the site that shows it. */
export function isExternal(url: string): boolean {
  return /^https?:/.test(url);
}
