import 'reflect-metadata';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSchema } from 'type-graphql';
import { renderedPractice } from '../../practice/rendered';
import { STANDARD_SIZE } from '../../practice/practice';
import { objectsOf } from './objects';
import { queryResolver, ServiceFieldsResolver } from './resolvers';

/* Apollo Server and type-graphql over objects in memory, as their guides have it. Listens on PORT. */
async function main(port: number): Promise<void> {
  const services = objectsOf(renderedPractice(STANDARD_SIZE));
  const schema = await buildSchema({ resolvers: [queryResolver(services), ServiceFieldsResolver] });
  const server = new ApolloServer({ schema });
  await startStandaloneServer(server, { listen: { port, host: '127.0.0.1' } });
  process.send?.('ready');
}

main(Number(process.env.PORT)).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
