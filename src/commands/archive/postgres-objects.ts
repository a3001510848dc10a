import { escapeIdentifier, type Client } from 'pg';

/** What of ours is in a schema: what belongs to an extension, or to a role that is not ours, is left alone. */
export interface SchemaObject {
  readonly kind: 'table' | 'view' | 'materialized view' | 'sequence' | 'function';
  /** Without the schema, quoted where it must be; with the types of its arguments where it is a function. */
  readonly name: string;
}

/** A right that another role has on something of ours. */
export interface Grant {
  readonly kind: 'table' | 'sequence';
  readonly name: string;
  readonly privilege: string;
  /** Where it is a right on one column alone; not quoted. */
  readonly column: string | null;
  readonly grantee: string;
  readonly canPassOn: boolean;
}

/** A sequence that a column owns goes where its table goes. */
export async function objectsIn(client: Client, schema: string): Promise<readonly SchemaObject[]> {
  const { rows } = await client.query<SchemaObject>(
    `select case relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence'
       else 'table' end as kind, quote_ident(relname) as name
     from pg_class where relnamespace = $1::regnamespace and relkind in ('r', 'p', 'f', 'v', 'm', 'S')
       and pg_has_role(relowner, 'usage')
       and not exists (select from pg_depend where classid = 'pg_class'::regclass and objid = pg_class.oid
         and objsubid = 0 and deptype in ('e', 'a', 'i'))
     union all
     select 'function', format('%I(%s)', proname, pg_get_function_identity_arguments(oid))
     from pg_proc where pronamespace = $1::regnamespace and prokind = 'f' and pg_has_role(proowner, 'usage')
       and not exists (select from pg_depend where classid = 'pg_proc'::regclass and objid = pg_proc.oid
         and deptype = 'e')`,
    [schema],
  );
  return rows;
}

/**
 * What lies in the schema and is none of ours: of a role that owns neither the log nor Strapi's tables, and that we may not
 * even read. Of our own nothing is left out, whoever asks: where it may not be read, a backup of it fails.
 */
export async function othersIn(client: Client, schema: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select quote_ident(relname) as name from pg_class
     where relnamespace = $1::regnamespace and relkind in ('r', 'p', 'f', 'v', 'm', 'S')
       and not pg_has_role(relowner, 'usage') and not has_table_privilege(oid, 'select')
       and relowner not in (select relowner from pg_class where relnamespace = $1::regnamespace
         and relname in ('publications', 'strapi_database_schema'))`,
    [schema],
  );
  return rows.map(({ name }) => `${schema}.${name}`);
}

export async function moveObjects(client: Client, from: string, to: string): Promise<void> {
  for (const { kind, name } of await objectsIn(client, from))
    await client.query(`alter ${kind} ${from}.${name} set schema ${to}`);
}

export async function dropObjects(client: Client, schema: string): Promise<void> {
  for (const { kind, name } of await objectsIn(client, schema))
    await client.query(`drop ${kind} if exists ${schema}.${name} cascade`);
}

export async function grantsIn(client: Client, schema: string): Promise<readonly Grant[]> {
  const { rows } = await client.query<Grant>(
    `select case relkind when 'S' then 'sequence' else 'table' end as kind, quote_ident(relname) as name,
       privilege_type as privilege, null as column, is_grantable as "canPassOn",
       case grantee when 0 then 'public' else quote_ident(pg_get_userbyid(grantee)) end as grantee
     from pg_class, aclexplode(relacl)
     where relnamespace = $1::regnamespace and grantee <> relowner and pg_has_role(relowner, 'usage')
     union all
     select 'table', quote_ident(relname), privilege_type, attname, is_grantable,
       case grantee when 0 then 'public' else quote_ident(pg_get_userbyid(grantee)) end
     from pg_class join pg_attribute on attrelid = pg_class.oid, aclexplode(attacl)
     where relnamespace = $1::regnamespace and grantee <> relowner and pg_has_role(relowner, 'usage')
       and not attisdropped`,
    [schema],
  );
  return rows;
}

/** Gives rights again, on what is there. */
export async function giveGrants(
  client: Client,
  schema: string,
  grants: readonly Grant[],
): Promise<void> {
  for (const { kind, name, privilege, column, grantee, canPassOn } of grants) {
    const place = `${schema}.${name}`;
    if (!(await isThere(client, place, column))) continue;
    const what = column === null ? privilege : `${privilege} (${escapeIdentifier(column)})`;
    const more = canPassOn ? ' with grant option' : '';
    await client.query(`grant ${what} on ${kind} ${place} to ${grantee}${more}`);
  }
}

/**
 * @param name of a table or a sequence, with its schema; quoted where it must be.
 * @param column of the table, not quoted; null where the table is all that is asked for.
 */
export async function isThere(
  client: Client,
  name: string,
  column: string | null = null,
): Promise<boolean> {
  const { rows } = await client.query<{ isThere: boolean }>(
    `select to_regclass($1) is not null and ($2::text is null or exists (select from pg_attribute
       where attrelid = to_regclass($1) and attname = $2 and not attisdropped)) as "isThere"`,
    [name, column],
  );
  return rows[0]?.isThere === true;
}
