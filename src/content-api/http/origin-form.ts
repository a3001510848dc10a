const ABSOLUTE_FORM = /^https?:\/\/[^/?#]*/i;

/**
 * A request's target as path and query. RFC 9112, 3.2.2: who asks a proxy sends the whole address, and a server must take
 * it; found under another name, it would be another address with other rules.
 */
export function originForm(target: string): string {
  if (target.startsWith('/')) return target;
  const rest = target.replace(ABSOLUTE_FORM, '');
  return rest === target || rest.startsWith('/') ? rest : `/${rest}`;
}
