import type { Run, Write, WritePieces, Writer } from './writer';

/** A field of an object, as it is selected. */
export interface WrittenField {
  /** Its name with what stands before it, where it is the first of its object and where it is not. */
  readonly first: string;
  readonly later: string;
  /** Null where it is answered in any case. */
  readonly isWanted: ((run: Run) => boolean) | null;
  readonly writer: Writer;
}

/** Writes objects of a type, field by field. */
export function objectWriter(fields: readonly WrittenField[]): Writer {
  return { whole: wholly(fields), pieces: inPieces(fields), depth: depthOf(fields) };
}

/** Likewise, with a pause after each field: any may take long, as a search does, however short it is. */
export function rootPieces(fields: readonly WrittenField[]): WritePieces {
  return inPieces(fields, true);
}

export function depthOf(fields: readonly WrittenField[]): number {
  return fields.reduce((deepest, { writer }) => Math.max(deepest, writer.depth), 0);
}

function wholly(fields: readonly WrittenField[]): Write {
  return (value, run) => {
    let json = '';
    for (const { isWanted, first, later, writer } of fields) {
      if (isWanted !== null && !isWanted(run)) continue;
      json += json === '' ? first : later;
      json += writer.whole(value, run);
    }
    return json === '' ? '{}' : `${json}}`;
  };
}

function inPieces(fields: readonly WrittenField[], pausesOften = false): WritePieces {
  return function* (value, run) {
    let json = '';
    let isFirst = true;
    for (const { isWanted, first, later, writer } of fields) {
      if (isWanted !== null && !isWanted(run)) continue;
      json += isFirst ? first : later;
      isFirst = false;
      if (writer.depth === 0 && !pausesOften) {
        json += writer.whole(value, run);
      } else {
        yield json;
        json = '';
        yield* writer.pieces(value, run);
      }
    }
    yield isFirst ? '{}' : `${json}}`;
  };
}
