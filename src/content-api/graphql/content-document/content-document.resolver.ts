import { Args, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../connection/page-arguments';
import type { PresentedDocument } from '../presented-document';
import { Reference } from '../reference/reference.type';
import type { RevisionPage } from '../revision/revision-page';
import { RevisionConnection } from '../revision/revision.connection';
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

  @FieldResolver(() => RevisionConnection, {
    description:
      'What was published of this text, the newest first: when, and in which edition each revision appeared.',
  })
  revisions(
    @Root() document: PresentedDocument,
    @Args(() => PageArgs) args: PageArgs,
  ): RevisionPage {
    return document.revisions(args);
  }

  @FieldResolver(() => [Reference], { description: 'The sources it cites.' })
  references(@Root() document: PresentedDocument): readonly Reference[] {
    return document.references;
  }
}
