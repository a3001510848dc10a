/** One element of an SVG drawing, as text. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  ...children: readonly string[]
): string {
  const written = Object.entries(attributes)
    .map(
      ([attribute, value]) =>
        ` ${attribute}="${escaped(typeof value === 'number' ? rounded(value) : value)}"`,
    )
    .join('');
  return children.length > 0
    ? `<${name}${written}>${children.join('')}</${name}>`
    : `<${name}${written}/>`;
}

/** Characters of a text element. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function rounded(value: number): string {
  return String(Math.round(value * 10) / 10);
}
