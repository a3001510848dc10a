import { Args, Field, ObjectType } from 'type-graphql';
import { ContentDocument } from '../content-document/content-document.type';
import { Node } from '../node/node.type';
import { PresentedDocument } from '../presented-document';
import type { Connection } from '../connection/connection';
import type { ListArguments } from '../connection/list-arguments';
import type { RichText } from '../../catalogue/rich-text/rich-text';
import { RichTextType } from '../rich-text/rich-text.type';
import { SearchEngine } from '../content-document/search-engine.type';
import { ClinicianConnection, ClinicianListArguments } from '../clinician/clinician.connection';
import type { Clinician } from '../clinician/clinician.type';
import { FaqConnection, FaqListArguments } from '../faq/faq.connection';
import type { Faq } from '../faq/faq.type';
import { ServiceConnection, ServiceListArguments } from '../service/service.connection';
import type { Service } from '../service/service.type';
import { Step } from './step.type';
import { PhaseKind } from './therapy-phase.enums';
import { Visits } from './visits.type';

@ObjectType({ implements: [Node, ContentDocument], description: 'A part of a therapy.' })
export class TherapyPhase extends PresentedDocument<'therapy-phase'> {
  @Field(() => String, { description: 'What it is called.' })
  get title(): string {
    return this.content.title;
  }

  @Field(() => PhaseKind, { description: 'Which part it is.' })
  get kind(): string {
    return this.content.kind;
  }

  @Field(() => String, { description: 'In a few sentences.' })
  get summary(): string {
    return this.reading.line(this.content.summary);
  }

  @Field(() => RichTextType, { description: 'The whole text.' })
  get body(): RichText {
    return this.reading.richText(this.content.body);
  }

  @Field(() => [String], { description: 'What it is for.' })
  get goals(): readonly string[] {
    return this.content.goals.map(({ text }) => this.reading.line(text));
  }

  @Field(() => [Step], { description: 'What happens, in order.' })
  get steps(): readonly Step[] {
    return this.content.steps.map((step) => new Step(step, this.reading));
  }

  @Field(() => RichTextType, { nullable: true, description: 'What the clinician does.' })
  get clinicianRole(): RichText | null {
    return this.reading.optionalRichText(this.content.clinicianRole);
  }

  @Field(() => Visits, { nullable: true, description: 'How many visits, and how long.' })
  get visits(): Visits | null {
    return this.content.visits && new Visits(this.content.visits, this.reading);
  }

  @Field(() => RichTextType, { nullable: true, description: 'What people say it is like.' })
  get whatPeopleReport(): RichText | null {
    return this.reading.optionalRichText(this.content.whatPeopleReport);
  }

  @Field(() => RichTextType, { nullable: true, description: 'What to mind afterwards.' })
  get aftercare(): RichText | null {
    return this.reading.optionalRichText(this.content.aftercare);
  }

  @Field(() => SearchEngine, { nullable: true, description: 'What search engines show.' })
  get searchEngine(): SearchEngine | null {
    return this.content.searchEngine;
  }

  @Field(() => ServiceConnection, { description: 'The services that it is a phase of.' })
  services(
    @Args(() => ServiceListArguments) args: ListArguments<'service'>,
  ): Connection<'service', Service> {
    return this.reading.sources('service.phases', this.id, 'service', args);
  }

  @Field(() => ClinicianConnection, { description: 'Who accompanies it.' })
  clinicians(
    @Args(() => ClinicianListArguments) args: ListArguments<'clinician'>,
  ): Connection<'clinician', Clinician> {
    return this.reading.sources('clinician.phases', this.id, 'clinician', args);
  }

  @Field(() => FaqConnection, { description: 'Questions about it.' })
  faqs(@Args(() => FaqListArguments) args: ListArguments<'faq'>): Connection<'faq', Faq> {
    return this.reading.sources('faq.phases', this.id, 'faq', args);
  }
}
