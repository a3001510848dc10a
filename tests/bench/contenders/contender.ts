import type { Question, QuestionName } from '../questions/question';
import type { Target } from '../load/request';
import type { ServerProcess } from './server-process';

export type ContenderName =
  | 'bare node:http, same head'
  | 'bare node:http, few headers'
  | 'Apollo + type-graphql'
  | 'content API alone'
  | "content API in Strapi's process"
  | "Strapi's GraphQL plugin";

/** A server that questions are put to. */
export interface Contender {
  readonly name: ContenderName;
  readonly server: ServerProcess;
  readonly headers: Readonly<Record<string, string>>;
  /** What it is asked; null where it answers bytes to an address and knows no questions. */
  readonly questions: Readonly<Record<QuestionName, Question>> | null;
}

/** Where a contender is asked GraphQL questions. */
export function graphqlTarget(contender: Pick<Contender, 'server' | 'headers'>): Target {
  return { port: contender.server.port, path: '/graphql', headers: contender.headers };
}

/** The content API, alone or in Strapi's process. */
export function isOurs(name: ContenderName): boolean {
  return name.startsWith('content API');
}
