import { PERSONA_NAMES, type OperationName } from '@rungs/application';
import { expressionOf, locate } from './answer.ts';
import { fieldName } from './operations-page.ts';
import { variablesOf, type Exchange, type StyleRecording } from './record.ts';
import { formAfter, type Told } from './request-text.ts';
import { controlBefore } from './address.ts';

// What runs in Postman around a request: the tokens before it, the tests after it.

/** Before every request: everybody is signed in, once an hour. */
export const SIGN_IN = [
  '// Everybody is signed in once an hour: a bearer token for each, of POST /dev/token.',
  `const personas = ${JSON.stringify(PERSONA_NAMES).replaceAll('"', "'").replaceAll(',', ', ')};`,
  "if (Number(pm.environment.get('tokensGoodUntil') || 0) < Date.now()) {",
  '  personas.forEach((persona) => {',
  '    const request = {',
  "      url: pm.variables.replaceIn('{{baseUrl}}/dev/token'),",
  "      method: 'POST',",
  "      header: { 'Content-Type': 'application/json' },",
  "      body: { mode: 'raw', raw: JSON.stringify({ persona }) },",
  '    };',
  '    pm.sendRequest(request, (error, response) => {',
  '      if (error) throw error;',
  '      const { access_token, expires_in } = response.json();',
  "      pm.environment.set(persona + 'Token', access_token);",
  "      pm.environment.set('tokensGoodUntil', Date.now() + (expires_in - 60) * 1000);",
  '    });',
  '  });',
  '}',
];

/** What has to be known before the request is sent, and is not said by an answer. */
export function scriptBefore(exchange: Exchange): readonly string[] {
  return variablesOf(exchange).includes('readyBy')
    ? ["pm.collectionVariables.set('readyBy', new Date(Date.now() + 30 * 60 * 1000).toISOString());"]
    : [];
}

/** The tests of the answer: its status, and what is in it; then what later requests need of it. */
export function scriptAfter(told: Told, relations: Relations): readonly string[] {
  const { exchange } = told;
  const status = `pm.test('answers ${exchange.status}', () => pm.response.to.have.status(${exchange.status}));`;
  if (exchange.answer === undefined) return [status, ...testsOfBytes(exchange)];
  return [status, 'const answer = pm.response.json();', ...testsOfAnswer(told, relations)];
}

function testsOfAnswer(told: Told, relations: Relations): readonly string[] {
  const { recorded, exchange, isLast } = told;
  const { example, isNotOffered, saves, shows } = recorded;
  if (!isLast) {
    const form = formAfter(told);
    return [
      form === undefined
        ? "pm.test('has links', () => pm.expect(answer._links).to.be.an('object'));"
        : `pm.test('offers ${form}', () => pm.expect(answer._templates).to.have.property('${form}'));`,
      ...versionOfForm(told, form),
    ];
  }
  if (isNotOffered) return [testOfAbsence(told, relations)];
  if (example.refused !== undefined) return [testOfRefusal(exchange, example.refused)];
  return [
    ...shows.map(({ at, value }) => {
      const expected = JSON.stringify(value)
        .replaceAll("'", "\\'")
        .replace(/^"(.*)"$/, "'$1'");
      const name = `${at.at(-1)} is ${String(value)}`.replaceAll("'", "\\'");
      return `pm.test('${name}', () => pm.expect(${expressionOf('answer', at)}).to.equal(${expected}));`;
    }),
    ...Object.entries(saves).flatMap(([name, at]) => {
      const member = expressionOf('answer', at);
      return [
        `pm.test('says ${name}', () => pm.expect(${member}).to.exist);`,
        `pm.collectionVariables.set('${name}', ${member});`,
      ];
    }),
  ];
}

/** A form says which version it was offered with: what the next request sends back. */
function versionOfForm({ recorded, exchange }: Told, form: string | undefined): readonly string[] {
  const next = recorded.exchanges[recorded.exchanges.indexOf(exchange) + 1];
  const [, name] = /\bversion(?:=|":)\{\{(\w+)\}\}/.exec(`${next?.path} ${String(next?.body)}`) ?? [];
  if (form === undefined || name === undefined) return [];
  const value = `answer._templates['${form}'].properties.find(({ name }) => name === 'version').value`;
  return [`pm.collectionVariables.set('${name}', ${value});`];
}

/** The code of the refusal where this style has it; GraphQL answers null for what is hidden. */
function testOfRefusal({ answer }: Exchange, code: string): string {
  for (const said of [code, code.toUpperCase().replaceAll('-', '_')]) {
    const at = locate(answer, 'code', said, (value) => value);
    if (at) return `pm.test('refuses: ${said}', () => pm.expect(${expressionOf('answer', at)}).to.equal('${said}'));`;
  }
  const [hidden] = Object.keys((answer as { readonly data?: object }).data ?? {});
  if (hidden === undefined) throw new Error(`Where is ${code} in ${JSON.stringify(answer)}?`);
  return `pm.test('is not there: ${hidden}', () => pm.expect(answer.data.${hidden}).to.be.null);`;
}

export type Relations = ReadonlyMap<OperationName, string>;

/** The link or form that this actor is not told of, here and now. */
function testOfAbsence({ recorded }: Told, relations: Relations): string {
  const { operation } = recorded.example;
  const relation = recorded.exchanges.length === 0 ? relations.get(operation) : undefined;
  return relation === undefined
    ? `pm.test('does not offer ${operation}', () => pm.expect(answer._templates || {}).to.not.have.property('${operation}'));`
    : `pm.test('has no link ${relation}', () => pm.expect(answer._links).to.not.have.property('${relation}'));`;
}

/** By which link of the entry point each operation is reached by those who may; for level 3. */
export function relationsOf({ chapters }: StyleRecording): Relations {
  const done = chapters.flatMap(({ recorded }) => recorded).filter(({ example }) => example.refused === undefined);
  return new Map(
    done.flatMap((recorded) => {
      const way = controlBefore(recorded, 0);
      return way?.kind === 'link' ? [[recorded.example.operation, way.name] as const] : [];
    }),
  );
}

function testsOfBytes({ contentType }: Exchange): readonly string[] {
  return [
    `pm.test('is ${contentType}', () => pm.expect(pm.response.headers.get('${fieldName('content-type')}')).to.include('${contentType}'));`,
    "pm.test('is not empty', () => pm.expect(pm.response.responseSize).to.be.above(0));",
  ];
}
