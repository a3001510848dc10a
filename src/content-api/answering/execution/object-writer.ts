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
  const isLong = fields.some(({ writer }) => writer.isLong);
  return { whole: wholly(fields), pieces: inPieces(fields), isLong };
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

function inPieces(fields: readonly WrittenField[]): WritePieces {
  return function* (value, run) {
    let json = '';
    let isFirst = true;
    for (const { isWanted, first, later, writer } of fields) {
      if (isWanted !== null && !isWanted(run)) continue;
      json += isFirst ? first : later;
      isFirst = false;
      if (writer.isLong) {
        yield json;
        json = '';
        yield* writer.pieces(value, run);
      } else {
        json += writer.whole(value, run);
      }
    }
    yield isFirst ? '{}' : `${json}}`;
  };
}
