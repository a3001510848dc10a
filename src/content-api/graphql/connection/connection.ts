import type { ContentTypeName } from '../../../publications/content';
import type { Document } from '../../catalogue/document';
import type { Page, PageInfo } from '../../catalogue/page';

/** One item of a page, and its place in the list. */
export interface Edge<Node> {
  readonly cursor: string;
  readonly node: Node;
}

/** A page of documents as GraphQL shows it. */
export class Connection<Type extends ContentTypeName, Node> {
  constructor(
    private readonly page: Page<Document<Type>>,
    private readonly present: (document: Document<Type>) => Node,
  ) {}

  get nodes(): readonly Node[] {
    return this.page.nodes.map(this.present);
  }

  get edges(): readonly Edge<Node>[] {
    return this.page.edges.map(({ cursor, node }) => ({ cursor, node: this.present(node) }));
  }

  get pageInfo(): PageInfo {
    return this.page.pageInfo;
  }

  get totalCount(): number {
    return this.page.totalCount;
  }
}
