import type { WireText } from './wire-text';

/**
 * A text of the wire that may be long, in pieces that are not. V8 gives a text of more than 128 kB memory of its own,
 * which the system hands out and takes back for each; that takes a dozen times as long as writing it.
 */
export type WirePieces = readonly WireText[];

/** Two such fit below where V8 begins with that. */
const PIECE = 64 * 1024;

/** Puts a text together. */
export class PiecedText {
  readonly #pieces: WireText[] = [];
  #last = '';

  /** @param text of the wire, or a part of one. */
  add(text: string): void {
    if (this.#last.length + text.length > PIECE) {
      this.#pieces.push(this.#last as WireText);
      this.#last = text;
    } else {
      this.#last += text;
    }
  }

  /** The text. Nothing may be added afterwards. */
  end(): WirePieces {
    this.#pieces.push(this.#last as WireText);
    return this.#pieces;
  }
}

export function lengthOf(pieces: WirePieces): number {
  return pieces.reduce((length, piece) => length + piece.length, 0);
}

/** The bytes to send. */
export function bytesOf(pieces: WirePieces): Buffer {
  const bytes = Buffer.allocUnsafe(lengthOf(pieces));
  let length = 0;
  for (const piece of pieces) length += bytes.write(piece, length, 'latin1');
  return bytes;
}

/** The text as one. */
export function whole(pieces: WirePieces): WireText {
  return pieces.join('') as WireText;
}
