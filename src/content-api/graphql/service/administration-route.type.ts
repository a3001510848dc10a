import { Field, ObjectType } from 'type-graphql';
import type { ShownContent } from '../../catalogue/shown-content';
import type { Reading } from '../reading';
import { AdministrationRouteKind, RegulatoryStatus } from './service.enums';

@ObjectType({ description: 'A way in which a medicine is given.' })
export class AdministrationRoute {
  constructor(
    private readonly content: ShownContent<'service'>['administrationRoutes'][number],
    private readonly reading: Reading,
  ) {}

  @Field(() => AdministrationRouteKind, { description: 'How it gets into the body.' })
  get route(): string {
    return this.content.route;
  }

  @Field(() => RegulatoryStatus, { description: 'How this use stands to the regulator.' })
  get regulatoryStatus(): string {
    return this.content.regulatoryStatus;
  }

  @Field(() => String, { description: 'In plain words.' })
  get explanation(): string {
    return this.reading.line(this.content.explanation);
  }
}
