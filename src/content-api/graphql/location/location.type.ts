import { Args, Field, Float, ObjectType } from 'type-graphql';
import { ContentDocument } from '../content-document/content-document.type';
import { Node } from '../node/node.type';
import { PresentedDocument } from '../presented-document';
import type { Connection } from '../connection/connection';
import type { ListArguments } from '../connection/list-arguments';
import { ClinicianConnection, ClinicianListArguments } from '../clinician/clinician.connection';
import type { Clinician } from '../clinician/clinician.type';
import { ServiceConnection, ServiceListArguments } from '../service/service.connection';
import type { Service } from '../service/service.type';

@ObjectType({ implements: [Node, ContentDocument], description: 'A place where people are seen.' })
export class Location extends PresentedDocument<'location'> {
  @Field(() => String, { description: 'What it is called.' })
  get name(): string {
    return this.content.name;
  }

  @Field(() => [String], { description: 'Street and number, and what else stands above the city.' })
  get addressLines(): readonly string[] {
    return this.content.addressLines.map(({ text }) => text);
  }

  @Field(() => String, { description: 'City.' })
  get city(): string {
    return this.content.city;
  }

  @Field(() => String, { description: 'USPS code: CO.' })
  get state(): string {
    return this.content.state;
  }

  @Field(() => String, { description: 'Postal code.' })
  get postalCode(): string {
    return this.content.postalCode;
  }

  @Field(() => String, { description: 'As ISO 3166-1 names it: US.' })
  get country(): string {
    return this.content.country;
  }

  @Field(() => Float, { nullable: true, description: 'Degrees north.' })
  get latitude(): number | null {
    return this.content.latitude;
  }

  @Field(() => Float, { nullable: true, description: 'Degrees east.' })
  get longitude(): number | null {
    return this.content.longitude;
  }

  @Field(() => String, { nullable: true, description: 'Phone number.' })
  get phone(): string | null {
    return this.content.phone;
  }

  @Field(() => String, { nullable: true, description: 'E-mail address.' })
  get email(): string | null {
    return this.content.email;
  }

  @Field(() => String, { nullable: true, description: 'When it is open.' })
  get hours(): string | null {
    return this.content.hours;
  }

  @Field(() => Boolean, { description: 'Whether a wheelchair gets in.' })
  get wheelchairAccessible(): boolean {
    return this.content.wheelchairAccessible;
  }

  @Field(() => String, { nullable: true, description: 'How to get there without a car.' })
  get publicTransport(): string | null {
    return this.content.publicTransport;
  }

  @Field(() => ServiceConnection, { description: 'What is offered there.' })
  services(
    @Args(() => ServiceListArguments) args: ListArguments<'service'>,
  ): Connection<'service', Service> {
    return this.reading.sources('service.locations', this.id, 'service', args);
  }

  @Field(() => ClinicianConnection, { description: 'Who sees people there.' })
  clinicians(
    @Args(() => ClinicianListArguments) args: ListArguments<'clinician'>,
  ): Connection<'clinician', Clinician> {
    return this.reading.sources('clinician.locations', this.id, 'clinician', args);
  }
}
