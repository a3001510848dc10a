import type { Core } from '@strapi/strapi';
import type { MediaDetail } from '../../../../publications/publication';
import { contentAttributesOf, type Model, type Row } from './content-model';
import type { PublishPicture } from './media';

/** What a row says, in the shape of the content schemas but not yet parsed, and what its pictures brought along. */
export interface Snapshot {
  readonly content: Record<string, unknown>;
  readonly media: Record<string, MediaDetail>;
}

/**
 * Takes down what a published row says.
 *
 * Relation targets are read from the draft where there is one: they are what the editor meant, while Strapi drops
 * from the published row every target that is not public itself, for good.
 *
 * @param row the published row, populated by `populateOf`.
 * @param draft the draft row that was published as `row`, populated alike; null to trust the published row.
 */
export async function takeSnapshot(
  strapi: Core.Strapi,
  publishPicture: PublishPicture,
  model: Model,
  row: Row,
  draft: Row | null,
): Promise<Snapshot> {
  const media: Record<string, MediaDetail> = {};
  const picture = async (file: unknown) => {
    const published = await publishPicture(file);
    media[published.file.sha256] = published.detail;
    return published.file;
  };

  async function fields(
    of: Model,
    published: Row,
    meant: Row | null,
  ): Promise<Record<string, unknown>> {
    const content: Record<string, unknown> = {};
    for (const [name, attribute] of contentAttributesOf(of)) {
      const value = published[name] ?? null;
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
            content[name] = value && (await fields(component, value as Row, drafted as Row | null));
            break;
          }
          // Publishing copies components one for one, so that the same place holds the same component.
          const paired =
            Array.isArray(drafted) && drafted.length === value.length ? (drafted as Row[]) : null;
          content[name] = [];
          for (const [index, item] of (value as Row[]).entries()) {
            (content[name] as unknown[]).push(
              await fields(component, item, paired?.[index] ?? null),
            );
          }
          break;
        }
        case 'media':
          content[name] = value && (await picture(value));
          break;
        case 'blocks':
          content[name] = Array.isArray(value) ? await Promise.all(value.map(block)) : null;
          break;
        default:
          content[name] = value;
      }
    }
    return content;
  }

  /** A block of formatted text; only a picture's differs from what Strapi keeps. */
  async function block(source: {
    type: string;
    image?: { alternativeText?: string | null };
  }): Promise<unknown> {
    if (source.type !== 'image' || !source.image) return source;
    const file = await picture(source.image);
    return {
      type: 'image',
      image: { ...file, alternativeText: source.image.alternativeText ?? '' },
    };
  }

  return { content: await fields(model, row, draft), media };
}

function documentIdOf(target: unknown): string {
  return (target as { documentId: string }).documentId;
}
