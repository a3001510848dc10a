import { GraphQLError } from 'graphql';
import { objectWriter, type WrittenField } from './object-writer';
import { present, type Run, type WritePieces, type Writer } from './writer';

/** Characters that objects which are written together are to have. */
const PIECE = 48 * 1024;
/** How many are: at first, while nobody knows how long they are, and at most. */
const FIRST_TOGETHER = 4;
const MOST_TOGETHER = 32;

/** Writes lists of whatever it is. */
export function listWriter(item: Writer): Writer {
  const pieces = oneByOne(item);
  return {
    whole: (value, run) => [...pieces(value, run)].join(''),
    pieces,
    isLong: item.isLong,
  };
}

/**
 * Writes lists of objects, none of which is null.
 *
 * @param place of its own in each run.
 */
export function objectListWriter(fields: readonly WrittenField[], place: number): Writer {
  const object = objectWriter(fields);
  return {
    // The same list, as of notices, stands at many places of an answer.
    whole(value, run) {
      const written = (run.lists[place] ??= new Map());
      const json = written.get(value) ?? `[${together(fields, listOf(value), run)}]`;
      written.set(value, json);
      return json;
    },
    pieces: object.isLong ? oneByOne(object) : someAtATime(fields),
    isLong: object.isLong,
  };
}

/** One after the other, each in pieces. */
function oneByOne(item: Writer): WritePieces {
  return function* (value, run) {
    let before = '[';
    for (const each of listOf(value)) {
      yield before;
      before = ',';
      yield* item.pieces(each, run);
    }
    yield before === '[' ? '[]' : ']';
  };
}

/** Some together, then some more: as many as make a piece, going by those before. */
function someAtATime(fields: readonly WrittenField[]): WritePieces {
  return function* (value, run) {
    const items = listOf(value);
    let json = '[';
    let count = FIRST_TOGETHER;
    for (let next = 0; next < items.length;) {
      const some = items.slice(next, next + count);
      const text = together(fields, some, run);
      next += some.length;
      json += text;
      if (next === items.length) break;
      yield `${json},`;
      json = '';
      count = Math.round((some.length * PIECE) / text.length);
      count = Math.max(1, Math.min(MOST_TOGETHER, count));
    }
    yield `${json}]`;
  };
}

/**
 * Objects with commas between them: field by field, each for all objects, and not object by object. What is read of one
 * object leads nowhere else than what is read of the next, so a processor fetches both at once; in a large catalogue it
 * waits for memory most of the time.
 */
function together(fields: readonly WrittenField[], items: readonly unknown[], run: Run): string {
  // Then a condition that cannot hold has nothing to fail at.
  if (items.length === 0) return '';
  const texts = items.map((item) => {
    present(item);
    return '';
  });
  let isFirst = true;
  for (const { isWanted, first, later, writer } of fields) {
    if (isWanted !== null && !isWanted(run)) continue;
    const key = isFirst ? first : later;
    isFirst = false;
    for (let index = 0; index < items.length; index += 1) {
      texts[index] += key + writer.whole(items[index], run);
    }
  }
  if (isFirst) return texts.map(() => '{}').join();
  return `${texts.join('},')}}`;
}

function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new GraphQLError('No list where the schema has one.');
  return value;
}
