import { FieldResolver, Resolver, Root } from 'type-graphql';
import type { PresentedDocument } from '../presented-document';
import { Reference } from '../reference/reference.type';
import { SafetyNotice } from '../safety-notice/safety-notice.type';
import { ContentDocument } from './content-document.type';

/** The fields of every document that lead to documents: these are such themselves, and need the interface first. */
@Resolver(() => ContentDocument)
export class ContentDocumentResolver {
  @FieldResolver(() => [SafetyNotice], {
    description: 'What must be shown next to the text, the most severe first.',
  })
  safety(@Root() document: PresentedDocument): readonly SafetyNotice[] {
    return document.safety;
  }

  @FieldResolver(() => [Reference], { description: 'The sources it cites.' })
  references(@Root() document: PresentedDocument): readonly Reference[] {
    return document.references;
  }
}
