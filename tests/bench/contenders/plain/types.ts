import { ArgsType, Field, ID, Int, ObjectType, type ClassType } from 'type-graphql';

/*
 * The part of the content API's schema that the questions need, as one writes it with type-graphql when there is
 * nothing but objects in memory.
 */

@ObjectType()
export class RichText {
  @Field(() => String)
  html!: string;

  @Field(() => String)
  markdown!: string;

  @Field(() => String)
  text!: string;
}

@ObjectType()
export class SafetyNotice {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  slug!: string;

  @Field(() => String)
  kind!: string;

  @Field(() => String)
  severity!: string;

  @Field(() => String)
  title!: string;

  @Field(() => RichText)
  text!: RichText;
}

@ObjectType()
export class TherapyPhase {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  slug!: string;

  @Field(() => String)
  kind!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  summary!: string;

  @Field(() => RichText)
  body!: RichText;

  @Field(() => [SafetyNotice])
  safety!: SafetyNotice[];
}

@ObjectType()
export class Clinician {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  slug!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  role!: string;

  @Field(() => RichText)
  biography!: RichText;
}

@ObjectType()
export class Faq {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  slug!: string;

  @Field(() => String)
  question!: string;

  @Field(() => String)
  topic!: string;

  @Field(() => RichText)
  answer!: RichText;

  @Field(() => [SafetyNotice])
  safety!: SafetyNotice[];
}

@ObjectType()
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage!: boolean;

  @Field(() => Boolean)
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true })
  startCursor!: string | null;

  @Field(() => String, { nullable: true })
  endCursor!: string | null;
}

export interface Edge<Node> {
  cursor: string;
  node: Node;
}

export interface Connection<Node> {
  edges: Edge<Node>[];
  nodes: Node[];
  pageInfo: PageInfo;
  totalCount: number;
}

function connectionOf<Node extends object>(
  type: ClassType<Node>,
  name: string,
): ClassType<Connection<Node>> {
  @ObjectType(`${name}Edge`)
  class EdgeType implements Edge<Node> {
    @Field(() => String)
    cursor!: string;

    @Field(() => type)
    node!: Node;
  }

  @ObjectType(`${name}Connection`)
  class ConnectionType implements Connection<Node> {
    @Field(() => [EdgeType])
    edges!: Edge<Node>[];

    @Field(() => [type])
    nodes!: Node[];

    @Field(() => PageInfo)
    pageInfo!: PageInfo;

    @Field(() => Int)
    totalCount!: number;
  }
  return ConnectionType;
}

@ObjectType()
export class Service {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  slug!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  summary!: string;

  @Field(() => RichText)
  body!: RichText;

  @Field(() => [SafetyNotice])
  safety!: SafetyNotice[];

  @Field(() => [TherapyPhase])
  phases!: TherapyPhase[];

  /** Read through a page. */
  allClinicians!: Clinician[];
  /** Read through a page. */
  allFaqs!: Faq[];
}

export const ServiceConnection = connectionOf(Service, 'Service');
export const ClinicianConnection = connectionOf(Clinician, 'Clinician');
export const FaqConnection = connectionOf(Faq, 'Faq');

@ArgsType()
export class PageArguments {
  @Field(() => Int, { nullable: true })
  first?: number;

  @Field(() => String, { nullable: true })
  after?: string;
}
