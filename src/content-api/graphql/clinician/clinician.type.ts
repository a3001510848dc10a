import { Field, ObjectType } from 'type-graphql';
import { GraphQLDate } from 'graphql-scalars';
import { ContentDocument } from '../content-document/content-document.type';
import { Node } from '../node/node.type';
import { PresentedDocument } from '../presented-document';
import type { RichText } from '../../catalogue/rich-text/rich-text';
import { RichTextType } from '../rich-text/rich-text.type';
import type { Image } from '../image/image';
import { ImageType } from '../image/image.type';
import { Delivery } from '../delivery/delivery.type';
import { Location } from '../location/location.type';
import { Service } from '../service/service.type';
import { TherapyPhase } from '../therapy-phase/therapy-phase.type';
import { AcceptingStatus } from './clinician.enums';
import { Credential } from './credential.type';
import { PracticeState } from './practice-state.type';

@ObjectType({
  implements: [Node, ContentDocument],
  description: 'Someone who treats or accompanies people at the practice.',
})
export class Clinician extends PresentedDocument<'clinician'> {
  @Field(() => String, { description: 'As they are called.' })
  get name(): string {
    return this.content.name;
  }

  @Field(() => String, { nullable: true, description: 'As they ask to be referred to.' })
  get pronouns(): string | null {
    return this.content.pronouns;
  }

  @Field(() => String, { description: 'What they do at the practice.' })
  get role(): string {
    return this.content.role;
  }

  @Field(() => [Credential], { description: 'Degrees, licences, certifications.' })
  get credentials(): readonly Credential[] {
    return this.content.credentials;
  }

  @Field(() => String, {
    nullable: true,
    description: 'NUCC Health Care Provider Taxonomy: 101YP2500X.',
  })
  get taxonomyCode(): string | null {
    return this.content.taxonomyCode;
  }

  @Field(() => String, { nullable: true, description: 'National Provider Identifier.' })
  get npi(): string | null {
    return this.content.npi;
  }

  @Field(() => RichTextType, { description: 'Who they are.' })
  get biography(): RichText {
    return this.reading.richText(this.content.biography);
  }

  @Field(() => ImageType, { nullable: true, description: 'A photo.' })
  get photo(): Image | null {
    return this.reading.image(this.content.photo, this.document);
  }

  @Field(() => [String], { description: 'The languages they speak, as BCP 47 names them.' })
  get languages(): readonly string[] {
    return this.content.languages.map(({ code }) => code);
  }

  @Field(() => AcceptingStatus, { description: 'Whom they take on.' })
  get accepting(): string {
    return this.content.accepting;
  }

  @Field(() => Delivery, { nullable: true, description: 'How they meet people.' })
  get delivery(): Delivery | null {
    return this.content.delivery;
  }

  @Field(() => [PracticeState], { description: 'Where they may practise, and why.' })
  get practiceStates(): readonly PracticeState[] {
    return this.content.practiceStates;
  }

  @Field(() => [Location], { description: 'Where they see people.' })
  get locations(): readonly Location[] {
    return this.reading.targets('location', this.content.locations);
  }

  @Field(() => [Service], { description: 'What they offer.' })
  get services(): readonly Service[] {
    return this.reading.targets('service', this.content.services);
  }

  @Field(() => [TherapyPhase], { description: 'The phases that they accompany.' })
  get phases(): readonly TherapyPhase[] {
    return this.reading.targets('therapy-phase', this.content.phases);
  }

  @Field(() => GraphQLDate, { nullable: true, description: 'When somebody last checked all this.' })
  get verifiedOn(): string | null {
    return this.content.verifiedOn;
  }

  @Field(() => String, { nullable: true, description: 'Where a visit can be booked.' })
  get bookingUrl(): string | null {
    return this.content.bookingUrl;
  }
}
