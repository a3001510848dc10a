import { Field, InputType } from 'type-graphql';
import type { DocumentMatch, Match, ServiceFilter, TextMatch } from '../../catalogue/filter-input';
import { EditorialFilterInput, type Whole } from '../filter/content-filter';
import { DeliveryModeMatch } from '../filter/delivery-mode';
import { DocumentMatchInput, StringMatch, TextMatchInput, enumMatch } from '../filter/match';
import { AdministrationRouteKind, EvidenceLevel, RegulatoryStatus } from './service.enums';

const EvidenceLevelMatch = enumMatch('EvidenceLevel', EvidenceLevel);
const AdministrationRouteKindMatch = enumMatch('AdministrationRouteKind', AdministrationRouteKind);
const RegulatoryStatusMatch = enumMatch('RegulatoryStatus', RegulatoryStatus);

@InputType('ServiceFilter', {
  description:
    'Narrows a list. Every field given must hold; one that is absent or null does not narrow.',
})
export class ServiceFilterInput extends EditorialFilterInput implements Whole<ServiceFilter> {
  @Field(() => TextMatchInput, { nullable: true, description: 'Within the name.' })
  readonly name: TextMatch | null | undefined;

  @Field(() => DocumentMatchInput, { nullable: true, description: 'For this condition.' })
  readonly condition: DocumentMatch | null | undefined;

  @Field(() => EvidenceLevelMatch, {
    nullable: true,
    description: 'With evidence of this level for one of its conditions.',
  })
  readonly evidenceLevel: ServiceFilter['evidenceLevel'];

  @Field(() => DocumentMatchInput, { nullable: true, description: 'With this phase.' })
  readonly phase: DocumentMatch | null | undefined;

  @Field(() => DocumentMatchInput, { nullable: true, description: 'At this location.' })
  readonly location: DocumentMatch | null | undefined;

  @Field(() => DocumentMatchInput, { nullable: true, description: 'Treated by this clinician.' })
  readonly clinician: DocumentMatch | null | undefined;

  @Field(() => AdministrationRouteKindMatch, {
    nullable: true,
    description: 'With a medicine given this way.',
  })
  readonly route: ServiceFilter['route'];

  @Field(() => RegulatoryStatusMatch, {
    nullable: true,
    description: 'With a route of this regulatory status.',
  })
  readonly regulatoryStatus: ServiceFilter['regulatoryStatus'];

  @Field(() => DeliveryModeMatch, { nullable: true, description: 'Offered this way.' })
  readonly delivery: ServiceFilter['delivery'];

  @Field(() => StringMatch, {
    nullable: true,
    description: 'Offered in this region, as ISO 3166 names it: US, US-CO.',
  })
  readonly region: Match<string> | null | undefined;

  @Field(() => [ServiceFilterInput], { nullable: true, description: 'All of these hold.' })
  readonly and: readonly ServiceFilter[] | null | undefined;

  @Field(() => [ServiceFilterInput], {
    nullable: true,
    description: 'One of these holds at least.',
  })
  readonly or: readonly ServiceFilter[] | null | undefined;

  @Field(() => ServiceFilterInput, { nullable: true, description: 'This does not hold.' })
  readonly not: ServiceFilter | null | undefined;
}
