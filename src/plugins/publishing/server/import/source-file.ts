import {
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  Scalar,
  type Document,
} from 'yaml';
import type { ImportProblem, ImportProblemCode, Path, Place } from './problem';
import { formatPath } from './problem';

/** One YAML (or JSON) file of an import, which knows where each of its values was written. */
export class SourceFile {
  /** The whole file as plain data; undefined where its syntax is wrong. */
  readonly data: unknown;
  readonly syntaxProblems: readonly ImportProblem[];
  private readonly document: Document;
  private readonly lines = new LineCounter();

  constructor(
    readonly name: string,
    private readonly text: string,
  ) {
    this.document = parseDocument(text, { lineCounter: this.lines, prettyErrors: false });
    this.syntaxProblems = this.document.errors.map((error) => ({
      code: 'YAML_SYNTAX',
      message: error.message,
      path: '',
      ...this.placeAt(error.pos[0]),
    }));
    if (this.syntaxProblems.length > 0) return;
    try {
      this.data = this.document.toJS();
    } catch (error) {
      // An alias to nothing, or aliases that multiply beyond measure.
      const place = this.placeAt(0);
      this.syntaxProblems = [
        { code: 'YAML_SYNTAX', message: (error as Error).message, path: '', ...place },
      ];
    }
  }

  problem(
    code: ImportProblemCode,
    message: string,
    path: Path,
    place = this.place(path),
  ): ImportProblem {
    return { code, message, path: formatPath(path), ...place };
  }

  /** Where the value at a path begins, or the nearest value round it. */
  place(path: Path): Place {
    const node = this.nearestNode(path);
    return this.placeAt(node?.range?.[0] ?? 0);
  }

  /** Where a key of the map at `path` stands. */
  placeOfKey(path: Path, key: string): Place {
    const map = path.length === 0 ? this.document.contents : this.document.getIn(path, true);
    const pair = isMap(map)
      ? map.items.find((item) => isScalar(item.key) && String(item.key.value) === key)
      : null;
    return isPair(pair) && isNode(pair.key)
      ? this.placeAt(pair.key.range?.[0] ?? 0)
      : this.place(path);
  }

  /** Where line `line`, from 1, of the text at a path stands; only block scalars (`|`) keep their lines apart. */
  placeOfLine(path: Path, line: number): Place {
    const node = this.nearestNode(path);
    const start = this.place(path);
    if (!isScalar(node) || node.type !== Scalar.BLOCK_LITERAL) return start;
    const lineOfText = this.text.split('\n')[start.line + line - 1] ?? '';
    return { ...start, line: start.line + line, column: lineOfText.search(/\S|$/) + 1 };
  }

  private nearestNode(path: Path) {
    for (let length = path.length; length > 0; length--) {
      const node = this.document.getIn(path.slice(0, length), true);
      if (isNode(node)) return node;
    }
    return this.document.contents;
  }

  private placeAt(offset: number): Place {
    const { line, col } = this.lines.linePos(offset);
    // An empty file has no line at all.
    return { file: this.name, line: Math.max(line, 1), column: Math.max(col, 1) };
  }
}
