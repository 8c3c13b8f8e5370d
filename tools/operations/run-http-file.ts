import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { memberAt } from './answer.ts';

// Sends a file of requests as VS Code's REST Client does, as far as our files use its syntax.

/** What came back to one request, and what the file says of it. */
export interface HttpResult {
  readonly title: string;
  /** The line `# Answers …`. */
  readonly says: string;
  readonly status: number;
  readonly text: string;
}

interface Block {
  readonly title: string;
  readonly name: string | undefined;
  readonly says: string;
  readonly line: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

/** Sends every request, from the top to the bottom. */
export async function runHttpFile(file: string, folder: string, origin: string): Promise<readonly HttpResult[]> {
  const answers = new Map<string, unknown>();
  const results: HttpResult[] = [];
  const fill = (named: string): string =>
    named.replace(/\{\{([^}]+)\}\}/g, (_all, expression: string) => valueOf(expression, origin, answers));
  for (const block of blocksOf(file)) {
    const [method = '', url = ''] = fill(block.line).split(' ');
    const headers = new Headers(Object.fromEntries(block.headers.map(([name, value]) => [name, fill(value)])));
    const isGraphql = headers.has('x-request-type');
    headers.delete('x-request-type');
    const body = await bodyOf(block.body, folder, fill, isGraphql);
    const response = await fetch(url, { method, headers, ...(body !== undefined && { body }) });
    const text = await response.text();
    if (block.name !== undefined && /json/.test(response.headers.get('content-type') ?? '')) {
      answers.set(block.name, JSON.parse(text));
    }
    results.push({ title: block.title, says: block.says, status: response.status, text });
  }
  return results;
}

function blocksOf(file: string): Block[] {
  const [, ...blocks] = file.split(/^### */m);
  return blocks.map(blockOf).filter(({ line }) => line !== '');
}

function blockOf(block: string): Block {
  const [title = '', ...lines] = block.split('\n');
  const comments = lines.filter((line) => line.startsWith('# '));
  const rest = lines.filter((line) => !line.startsWith('# ')).join('\n');
  const [head = '', ...paragraphs] = rest.trim().split('\n\n');
  const [line = '', ...fields] = head.split('\n');
  return {
    title,
    name: comments.find((comment) => comment.startsWith('# @name '))?.slice('# @name '.length),
    says: comments.find((comment) => comment.startsWith('# Answers ')) ?? '',
    line,
    headers: fields.map((field) => [field.slice(0, field.indexOf(': ')), field.slice(field.indexOf(': ') + 2)]),
    body: paragraphs.join('\n\n'),
  };
}

function valueOf(expression: string, origin: string, answers: ReadonlyMap<string, unknown>): string {
  if (expression === 'origin') return origin;
  if (expression === '$guid') return crypto.randomUUID();
  const [, minutes = '0'] = /^\$datetime iso8601(?: (\d+) m)?$/.exec(expression) ?? [];
  if (expression.startsWith('$datetime')) return new Date(Date.now() + Number(minutes) * 60_000).toISOString();
  const [, name = '', path = ''] = /^(\w+)\.response\.body\.\$(.*)$/.exec(expression) ?? [];
  const members = path.replaceAll(/\[['"]?([^'"\]]+)['"]?\]/g, '.$1').slice(1);
  const value = memberAt(answers.get(name), members);
  if (value === undefined) throw new Error(`{{${expression}}} is nothing yet.`);
  return String(value);
}

async function bodyOf(
  body: string,
  folder: string,
  fill: (named: string) => string,
  isGraphql: boolean,
): Promise<BodyInit | undefined> {
  if (body === '') return undefined;
  if (body.startsWith('< ')) return new Uint8Array(await readFile(join(folder, body.slice(2))));
  if (!isGraphql) return fill(body);
  const [query = '', variables] = body.split(/\n\n(?=\{)/);
  return JSON.stringify({ query, variables: JSON.parse(fill(variables ?? '{}')) as unknown });
}
