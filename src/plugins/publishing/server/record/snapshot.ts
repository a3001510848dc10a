import type { Core } from '@strapi/strapi';
import type { StoredFile } from '../../../../publications/content/image';
import type { MediaDetail } from '../../../../publications/publication';
import { notInLibrary } from '../pictures/document-pictures';
import { filesByHash } from '../pictures/library-files';
import { isImageBlock, namedFiles } from '../pictures/named-files';
import { LOST_PICTURE } from '../pictures/published-picture';
import type { ReadyPictures } from '../pictures/ready-pictures';
import type { FieldPath, FieldProblem } from '../validation/field-problem';
import { contentAttributesOf, type Model, type Row } from './content-model';

/** What a row says, in the shape of the content schemas but not yet parsed, and what its pictures brought along. */
export interface Snapshot {
  readonly content: Record<string, unknown>;
  readonly media: Record<string, MediaDetail>;
  /** Pictures that cannot be had; in the content a lost one stands for each. */
  readonly problems: readonly PictureProblem[];
}

export interface PictureProblem extends FieldProblem {
  /** Whether the same again may well succeed. */
  readonly isPassing: boolean;
}

/**
 * Takes down what a row says. Of the files that it shows, it says what the media library says: a row's formatted text
 * holds whatever a client once sent. Pictures must have been made ready before.
 *
 * Relation targets are read from the draft where there is one: they are what the editor meant, while Strapi drops
 * from the published row every target that is not public itself, for good.
 *
 * @param row the published row, populated by `populateOf`.
 * @param draft the draft row that was published as `row`, populated alike; null to trust the published row.
 */
export async function takeSnapshot(
  strapi: Core.Strapi,
  ready: ReadyPictures,
  model: Model,
  row: Row,
  draft: Row | null,
): Promise<Snapshot> {
  const media: Record<string, MediaDetail> = {};
  const problems: PictureProblem[] = [];
  const inText = [...namedFiles(strapi, model, row)].map((named) =>
    named.kind === 'block' ? named.block.image?.hash : null,
  );
  const library = await filesByHash(strapi, inText);
  return { content: fields(model, row, draft, []), media, problems };

  function picture(file: Row, path: FieldPath): StoredFile {
    const readiness = ready.of(file);
    if (readiness.ok) {
      media[readiness.picture.file.sha256] = readiness.picture.detail;
      return readiness.picture.file;
    }
    const { why, isPassing } = readiness;
    problems.push({ path, isPassing, message: `The picture “${String(file.name)}” ${why}` });
    return LOST_PICTURE.file;
  }

  function fields(
    of: Model,
    published: Row,
    meant: Row | null,
    path: FieldPath,
  ): Record<string, unknown> {
    const content: Record<string, unknown> = {};
    for (const [name, attribute] of contentAttributesOf(of)) {
      const value = published[name] ?? null;
      const place = [...path, name];
      switch (attribute.type) {
        case 'relation': {
          const targets = (meant ?? published)[name] ?? null;
          content[name] = Array.isArray(targets)
            ? targets.map(documentIdOf)
            : targets && documentIdOf(targets);
          break;
        }
        case 'component': {
          const component = strapi.getModel(attribute.component) as Model;
          const drafted = meant?.[name] ?? null;
          if (!Array.isArray(value)) {
            content[name] = value && fields(component, value as Row, drafted as Row | null, place);
            break;
          }
          // Publishing copies components one for one, so that the same place holds the same component.
          const paired =
            Array.isArray(drafted) && drafted.length === value.length ? (drafted as Row[]) : null;
          content[name] = (value as Row[]).map((item, index) =>
            fields(component, item, paired?.[index] ?? null, [...place, index]),
          );
          break;
        }
        case 'media':
          content[name] = value && picture(value as Row, place);
          break;
        case 'blocks':
          content[name] = Array.isArray(value) ? value.map((one) => block(one, place)) : null;
          break;
        default:
          content[name] = value;
      }
    }
    return content;
  }

  /** A block of formatted text; only a picture's differs from what Strapi keeps. */
  function block(source: unknown, path: FieldPath): unknown {
    if (!isImageBlock(source)) return source;
    const { hash, name, alternativeText } = source.image ?? {};
    const file = library.get(hash);
    if (file === undefined) problems.push({ path, isPassing: false, message: notInLibrary(name) });
    const shown = file === undefined ? LOST_PICTURE.file : picture(file, path);
    return { type: 'image', image: { ...shown, alternativeText: alternativeText ?? '' } };
  }
}

function documentIdOf(target: unknown): string {
  return (target as { documentId: string }).documentId;
}
