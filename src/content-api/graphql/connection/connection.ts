import type { ContentTypeName } from '../../../publications/content';
import type { Document } from '../../catalogue/document';
import type { Page, PageInfo } from '../../catalogue/page';

/** One item of a page, and its place in the list. */
export interface Edge<Node> {
  readonly cursor: string;
  readonly node: Node;
}

/** Its cursor is made when it is read: most questions that ask for edges ask for one cursor at most. */
class PresentedEdge<Type extends ContentTypeName, Node> implements Edge<Node> {
  constructor(
    private readonly edge: Edge<Document<Type>>,
    private readonly present: (document: Document<Type>) => Node,
  ) {}

  get cursor(): string {
    return this.edge.cursor;
  }

  get node(): Node {
    return this.present(this.edge.node);
  }
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
    return this.page.edges.map((edge) => new PresentedEdge(edge, this.present));
  }

  get pageInfo(): PageInfo {
    return this.page.pageInfo;
  }

  get totalCount(): number {
    return this.page.totalCount;
  }
}
