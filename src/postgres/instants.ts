import { defaults, types } from 'pg';

/**
 * Lets Strapi keep its instants in UTC. Its columns are `timestamp without time zone`, and the driver fills and reads them
 * in the zone of the process: with a machine in another zone, or as summer time ends, a row would be of another time than
 * before. It holds for the driver as a whole, as there is no such setting of one connection.
 */
export function keepInstantsInUtc(): void {
  defaults.parseInputDatesAsUTC = true;
  const { TIMESTAMP, TIMESTAMPTZ } = types.builtins;
  const parse = types.getTypeParser(TIMESTAMPTZ) as (text: string) => unknown;
  types.setTypeParser(TIMESTAMP, (text) => parse(`${text}Z`));
}
