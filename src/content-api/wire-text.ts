declare const wire: unique symbol;

/**
 * JSON as it goes over the wire: its bytes in UTF-8, a character each. It joins like any text, is as long as what will
 * be sent, and takes a byte a character however many languages it is in; a text with one curly quote takes two for
 * each, and must be counted and encoded anew whenever it is sent.
 */
export type WireText = string & { readonly [wire]: true };

/** Printable ASCII but for the two signs that JSON escapes: such a text is its own JSON and its own UTF-8. */
const NOT_PLAIN = /[^ !#-[\]-~]/;
const NOT_ASCII = /[^\0-\x7f]/;

/** @param json a text of JSON. */
export function wireText(json: string): WireText {
  return (NOT_ASCII.test(json) ? Buffer.from(json).toString('latin1') : json) as WireText;
}

/** A string as JSON has it. */
export function wireString(value: string): WireText {
  return NOT_PLAIN.test(value) ? wireText(JSON.stringify(value)) : (`"${value}"` as WireText);
}

/**
 * The same text as one piece. What is put together keeps its parts until it is read whole, and some of them for good:
 * worth while for what is kept.
 */
export function inOnePiece(text: WireText): WireText {
  return wireBytes(text).toString('latin1') as WireText;
}

/** The bytes to send. */
export function wireBytes(text: WireText): Buffer {
  return Buffer.from(text, 'latin1');
}

/** The JSON as a text like others, to be parsed. */
export function jsonOf(text: WireText): string {
  return NOT_ASCII.test(text) ? wireBytes(text).toString() : text;
}
