import { Field, Int, ObjectType } from 'type-graphql';
import { FocalPoint } from './focal-point.type';
import type { Image } from './image';
import { ImageRendition } from './image-rendition.type';

@ObjectType('Image', { description: 'A picture as it is used in one place.' })
export class ImageType implements Pick<Image, keyof Image> {
  @Field(() => String, { description: 'Absolute; what it names never changes.' })
  readonly url!: string;

  @Field(() => String, { description: 'Media type.' })
  readonly mime!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Pixels; null for a drawing without a size of its own.',
  })
  readonly width!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Pixels; null for a drawing without a size of its own.',
  })
  readonly height!: number | null;

  @Field(() => String, { description: 'What the picture says, for those who do not see it.' })
  readonly alternativeText!: string;

  @Field(() => FocalPoint, { nullable: true, description: 'What must stay in view when cropped.' })
  readonly focalPoint!: FocalPoint | null;

  @Field(() => String, {
    nullable: true,
    description: 'Base64 of a ThumbHash, which draws a blurred stand-in; null for a drawing.',
  })
  readonly placeholder!: string | null;

  @Field(() => [ImageRendition], {
    description:
      'Smaller copies, narrowest first: in AVIF and WebP for `srcset`, and in the picture’s own format.',
  })
  readonly renditions!: readonly ImageRendition[];
}
