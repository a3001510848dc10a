import { Field, ID, InputType, Int, type ClassType } from 'type-graphql';
import type { DocumentMatch, Match, TextMatch } from '../../catalogue/filter-input';

/** What `@Field` takes as a value's type: a scalar, or an enum that was registered. */
type ValueType = () => object;

/** Declares the input by which a field is compared with a value or several. */
function matchInput<Value>(name: string, value: ValueType): ClassType<Match<Value>> {
  @InputType(name, { description: 'A value, or one of several. With both, both must hold.' })
  class MatchInput implements Match<Value> {
    @Field(value, { nullable: true, description: 'Exactly this value.' })
    readonly eq?: Value | null;

    @Field(() => [value()], { nullable: true, description: 'One of these; of none, nothing is.' })
    readonly in?: readonly Value[] | null;
  }
  return MatchInput;
}

export const StringMatch = matchInput<string>('StringMatch', () => String);
export const IdMatch = matchInput<string>('IdMatch', () => ID);
export const IntMatch = matchInput<number>('IntMatch', () => Int);
export const BooleanMatch = matchInput<boolean>('BooleanMatch', () => Boolean);

/** The same for an enum; one for each, since GraphQL has no generic inputs. */
export function enumMatch<Value extends string>(
  name: string,
  enumeration: Readonly<Record<string, Value>>,
): ClassType<Match<Value>> {
  return matchInput<Value>(`${name}Match`, () => enumeration);
}

@InputType('TextMatch', { description: 'Words within a text.' })
export class TextMatchInput implements TextMatch {
  @Field(() => String, {
    nullable: true,
    description: 'Contains this; case and accents make no difference.',
  })
  readonly contains?: string | null;
}

@InputType('DocumentMatch', { description: 'Another document that this one is related to.' })
export class DocumentMatchInput implements DocumentMatch {
  @Field(() => IdMatch, { nullable: true, description: 'By its id.' })
  readonly id?: Match<string> | null;

  @Field(() => StringMatch, { nullable: true, description: 'By its slug, as a look-up finds it.' })
  readonly slug?: Match<string> | null;
}
