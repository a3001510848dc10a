import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLEnumValue,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
} from 'graphql';

type Field = GraphQLField<unknown, unknown> | GraphQLInputField;

const STYLE = `
body{max-width:56rem;margin:auto;padding:1rem;color:#22312b;background:#fff;font:1rem/1.55 system-ui,sans-serif}
a{color:#1f5c46}code{font-size:.95em}h2{margin-top:2.5rem;border-bottom:1px solid #d9ded6}h3{margin:1.25rem 0 0;font-size:1rem}
p{margin:.2rem 0}ul{margin:.3rem 0}nav ul{columns:14rem;padding:0;list-style:none}.old{color:#8a2c0b}
:focus-visible{outline:3px solid #b4560b;outline-offset:2px}:target{background:#fbf6e4}`;

const GROUPS = [
  ['Where questions begin', ['Query', 'Mutation', 'Subscription']],
  ['Objects', isObjectType],
  ['Interfaces and unions', (type: GraphQLNamedType) => isInterfaceType(type) || isUnionType(type)],
  ['Inputs', isInputObjectType],
  ['Enums', isEnumType],
  ['Scalars', () => true],
] as const;

/**
 * The schema as a page to read: every type with every field and argument, what each says of itself, and links from each
 * to the types that it names. It needs no script and no other host.
 */
export function referencePage(schema: GraphQLSchema): string {
  const left = new Set(
    Object.values(schema.getTypeMap())
      .filter(({ name }) => !name.startsWith('__'))
      .sort((one, other) => one.name.localeCompare(other.name, 'en')),
  );
  const groups = GROUPS.map(([title, belongs]) => {
    const its = [...left].filter((type) =>
      typeof belongs === 'function' ? belongs(type) : belongs.includes(type.name as 'Query'),
    );
    for (const type of its) left.delete(type);
    return { title, types: its };
  });
  const menu = groups.map(
    ({ title, types }) =>
      `<h2>${title}</h2><ul>${types.map(({ name }) => `<li>${linkTo(name)}</li>`).join('')}</ul>`,
  );
  const parts = groups.flatMap(({ types }) => types.map((type) => describe(schema, type)));
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>KAP Content Hub: schema reference</title><style>${STYLE}</style></head>
<body><main><h1>Schema reference</h1>
<p>Every type, field and argument of the content API. Try them in the <a href="/graphql">explorer</a>, or read the <a href="/schema.graphql">schema</a> as one file.</p>
<nav aria-label="Types">${menu.join('\n')}</nav>
${parts.join('\n')}
</main></body></html>`;
}

/** Allows what the page has, a style, and nothing else. */
export const REFERENCE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

function describe(schema: GraphQLSchema, type: GraphQLNamedType): string {
  const kinds = isObjectType(type) || isInterfaceType(type) ? type.getInterfaces() : [];
  const implemented = kinds.length > 0 ? `<p>Is a ${kinds.map(linkOf).join(', ')}.</p>` : '';
  const possible =
    isInterfaceType(type) || isUnionType(type)
      ? `<p>One of: ${schema.getPossibleTypes(type).map(linkOf).join(', ')}.</p>`
      : '';
  const url =
    'specifiedByURL' in type && type.specifiedByURL
      ? `<p>Written as <a href="${escape(type.specifiedByURL)}">${escape(type.specifiedByURL)}</a> says.</p>`
      : '';
  const builtIn = isSpecifiedScalarType(type) ? '<p>Built into GraphQL.</p>' : '';
  return `<section aria-labelledby="${type.name}"><h2 id="${type.name}">${type.name}</h2>
${said(type.description)}${implemented}${possible}${url}${builtIn}${partsOf(type)}</section>`;
}

function partsOf(type: GraphQLNamedType): string {
  if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) {
    const fields: Readonly<Record<string, Field>> = type.getFields();
    return Object.values(fields)
      .map((field) => part(type, field))
      .join('\n');
  }
  return isEnumType(type)
    ? type
        .getValues()
        .map((value) => part(type, value))
        .join('\n')
    : '';
}

/** A field or a value, under an anchor of its own: `#Service.phases`. */
function part(owner: GraphQLNamedType, its: Field | GraphQLEnumValue): string {
  const id = `${owner.name}.${its.name}`;
  const type = 'type' in its ? `: ${typed(its.type)}` : '';
  const fallback = 'defaultValue' in its ? defaultOf(its.defaultValue) : '';
  const old =
    its.deprecationReason == null
      ? ''
      : `<p class="old"><strong>Deprecated.</strong> ${escape(its.deprecationReason)}</p>`;
  const args = 'args' in its ? its.args : [];
  return `<h3 id="${id}"><code>${its.name}${type}${fallback}</code></h3>${said(its.description)}${old}${argumentList(args)}`;
}

function argumentList(args: readonly GraphQLArgument[]): string {
  if (args.length === 0) return '';
  const each = args.map(
    ({ name, type, description, defaultValue }) =>
      `<li><code>${name}: ${typed(type)}${defaultOf(defaultValue)}</code> ${escape(description ?? '')}</li>`,
  );
  return `<ul>${each.join('')}</ul>`;
}

/** A type as GraphQL writes it, with its name a link. */
function typed(type: GraphQLType): string {
  const { name } = getNamedType(type);
  return escape(String(type)).replace(name, linkTo(name));
}

const defaultOf = (value: unknown): string =>
  value === undefined ? '' : ` = ${escape(JSON.stringify(value))}`;
const linkTo = (name: string): string => `<a href="#${name}">${name}</a>`;
const linkOf = ({ name }: GraphQLNamedType): string => linkTo(name);
const said = (text: string | null | undefined): string => (text ? `<p>${escape(text)}</p>` : '');
const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
