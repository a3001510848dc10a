import { Args, Field, ObjectType } from 'type-graphql';
import { ContentDocument } from '../content-document/content-document.type';
import { Node } from '../node/node.type';
import { PresentedDocument } from '../presented-document';
import type { Connection } from '../connection/connection';
import type { ListArguments } from '../connection/list-arguments';
import type { RichText } from '../../catalogue/rich-text/rich-text';
import { RichTextType } from '../rich-text/rich-text.type';
import type { Image } from '../image/image';
import { ImageType } from '../image/image.type';
import { SearchEngine } from '../content-document/search-engine.type';
import { Delivery } from '../delivery/delivery.type';
import { ClinicianConnection, ClinicianListArguments } from '../clinician/clinician.connection';
import type { Clinician } from '../clinician/clinician.type';
import { FaqConnection, FaqListArguments } from '../faq/faq.connection';
import type { Faq } from '../faq/faq.type';
import { Location } from '../location/location.type';
import { TherapyPhase } from '../therapy-phase/therapy-phase.type';
import { AdministrationRoute } from './administration-route.type';
import { Course } from './course.type';
import { Fee } from './fee.type';
import { ScreeningItem } from './screening-item.type';
import { TreatedCondition } from './treated-condition.type';

@ObjectType({ implements: [Node, ContentDocument], description: 'Something the practice offers.' })
export class Service extends PresentedDocument<'service'> {
  @Field(() => String, { description: 'What it is called.' })
  get name(): string {
    return this.content.name;
  }

  @Field(() => String, { description: 'In a few sentences.' })
  get summary(): string {
    return this.reading.line(this.content.summary);
  }

  @Field(() => RichTextType, { description: 'The whole text.' })
  get body(): RichText {
    return this.reading.richText(this.content.body);
  }

  @Field(() => ImageType, { nullable: true, description: 'The picture at the top of its page.' })
  get heroImage(): Image | null {
    return this.reading.image(this.content.heroImage, this.document);
  }

  @Field(() => [AdministrationRoute], { description: 'The ways in which the medicine is given.' })
  get administrationRoutes(): readonly AdministrationRoute[] {
    return this.content.administrationRoutes.map(
      (route) => new AdministrationRoute(route, this.reading),
    );
  }

  @Field(() => [TreatedCondition], {
    description: 'What it is offered for, in the editor’s order.',
  })
  get conditions(): readonly TreatedCondition[] {
    return this.content.conditions.flatMap((treated) => TreatedCondition.of(treated, this.reading));
  }

  @Field(() => [ScreeningItem], { description: 'What to tell the clinician before treatment.' })
  get screeningItems(): readonly ScreeningItem[] {
    return this.content.screeningItems.map((item) => new ScreeningItem(item, this.reading));
  }

  @Field(() => [TherapyPhase], {
    description: 'Its phases, in the order in which people go through them.',
  })
  get phases(): readonly TherapyPhase[] {
    return this.reading.targets('therapy-phase', this.content.phases);
  }

  @Field(() => RichTextType, { nullable: true, description: 'What it is like.' })
  get whatToExpect(): RichText | null {
    return this.reading.optionalRichText(this.content.whatToExpect);
  }

  @Field(() => Delivery, { nullable: true, description: 'How people meet.' })
  get delivery(): Delivery | null {
    return this.content.delivery;
  }

  @Field(() => Course, { nullable: true, description: 'How long it usually takes.' })
  get course(): Course | null {
    return this.content.course && new Course(this.content.course, this.reading);
  }

  @Field(() => [Fee], { description: 'What it costs.' })
  get fees(): readonly Fee[] {
    return this.content.fees.map((fee) => new Fee(fee, this.reading));
  }

  @Field(() => [Location], { description: 'Where it is offered.' })
  get locations(): readonly Location[] {
    return this.reading.targets('location', this.content.locations);
  }

  @Field(() => [String], {
    description: 'Where it may be offered, as ISO 3166 names it: US, US-CO.',
  })
  get regions(): readonly string[] {
    return this.content.regions.map(({ code }) => code);
  }

  @Field(() => SearchEngine, { nullable: true, description: 'What search engines show.' })
  get searchEngine(): SearchEngine | null {
    return this.content.searchEngine;
  }

  @Field(() => ClinicianConnection, { description: 'Who offers it.' })
  clinicians(
    @Args(() => ClinicianListArguments) args: ListArguments<'clinician'>,
  ): Connection<'clinician', Clinician> {
    return this.reading.sources('clinician.services', this.id, 'clinician', args);
  }

  @Field(() => FaqConnection, { description: 'Questions about it.' })
  faqs(@Args(() => FaqListArguments) args: ListArguments<'faq'>): Connection<'faq', Faq> {
    return this.reading.sources('faq.services', this.id, 'faq', args);
  }
}
