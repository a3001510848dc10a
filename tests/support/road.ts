import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { RememberedAnswers } from '../../src/content-api/answering/remembered-answers';
import { Road, type RoadOptions } from '../../src/content-api/answering/road';
import { richTextRenderer } from '../../src/content-api/catalogue/rich-text/renderer';
import { tagStyleOf } from '../../src/content-api/catalogue/reads/cache-tags';
import { stepBetween } from '../../src/content-api/catalogue/reads/step-between';
import { Witness } from '../../src/content-api/catalogue/reads/witness';
import { Readings } from '../../src/content-api/graphql/readings';
import { PUBLIC_URL } from './content-api';

/** The road to an answer, without HTTP, and with nothing registered. It must be started. */
export function testRoad(
  schema: GraphQLSchema,
  options: Partial<RoadOptions> = {},
): { readonly road: Road; readonly answers: RememberedAnswers } {
  const witness = new Witness();
  const answers = new RememberedAnswers(stepBetween);
  const site = { publicUrl: PUBLIC_URL, richText: richTextRenderer(PUBLIC_URL) };
  const road = new Road({
    schema,
    witness,
    answers,
    readings: new Readings(site, witness),
    registered: { textOf: () => null, refusalOf: () => null },
    log: { error: () => undefined },
    tagStyle: tagStyleOf('xkey', true),
    ...options,
  });
  return { road, answers };
}
