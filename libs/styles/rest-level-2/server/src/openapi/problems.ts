import type { RefusalCode } from '@rungs/domain';
import { PROBLEM_MEDIA_TYPE, problemTypeOf, statusesOf, TITLE_OF } from '@rungs/http';
import { refusalDetailsJsonSchema, type JsonSchema } from '@rungs/json';

/** `order-not-found` is described as `OrderNotFoundProblem`. */
export function problemNameOf(code: RefusalCode): string {
  return `${code.replace(/(?:^|-)(\w)/g, (_match, letter: string) => letter.toUpperCase())}Problem`;
}

/** What was said by the asker comes back in these, whatever it was. */
const TEXT = { type: 'string', maxLength: 20_000, pattern: '^[\\s\\S]*$' };

/** A refusal as a problem document: RFC 9457, with the refusal's details as extension members (§3.2). */
export function problemSchemaOf(code: RefusalCode): JsonSchema {
  const details = refusalDetailsJsonSchema(code);
  return {
    type: 'object',
    description: `${TITLE_OF[code]}.`,
    properties: {
      type: { const: problemTypeOf(code), description: 'Where this kind of problem is explained.' },
      title: { const: TITLE_OF[code], description: 'The same for every problem of this kind.' },
      status: { ...statusSchema, description: 'The status of the answer once more.' },
      detail: { ...TEXT, description: 'What is the matter this time, for people.' },
      code: { const: code, description: 'What kind of refusal it is, the same in every style.' },
      ...(details['properties'] as Readonly<Record<string, JsonSchema>>),
    },
    required: ['type', 'title', 'status', 'detail', 'code', ...(details['required'] as readonly string[])],
    additionalProperties: false,
  };
}

const statusSchema = { type: 'integer', format: 'int32', minimum: 400, maximum: 599 };

/** What HTTP itself refuses. RFC 9457 §4.2.1: `about:blank` says no more than the status does. */
export const HTTP_PROBLEM = 'HttpProblem';
export const HTTP_PROBLEM_SCHEMA: JsonSchema = {
  type: 'object',
  description: 'What HTTP itself refuses, before any operation is asked for.',
  properties: {
    type: { const: 'about:blank', description: 'No more than the status says.' },
    title: { ...TEXT, description: 'The status in words.' },
    status: { ...statusSchema, description: 'The status of the answer once more.' },
    detail: { ...TEXT, description: 'What is the matter this time, for people.' },
    traceId: {
      type: 'string',
      maxLength: 32,
      pattern: '^[0-9a-f]{32}$',
      description: 'By which a defect of ours is found in the logs. Tell us.',
    },
  },
  required: ['type', 'title', 'status'],
  additionalProperties: false,
};

/** The schema of an answer that may be any of these problems. */
export function problemsSchema(names: readonly string[]): JsonSchema {
  const refs = names.map((name) => ({ $ref: `#/components/schemas/${name}` }));
  return refs.length === 1 ? (refs[0] as JsonSchema) : { oneOf: refs };
}

export function problemContent(names: readonly string[]): JsonSchema {
  return { [PROBLEM_MEDIA_TYPE]: { schema: problemsSchema(names) } };
}

/** Those of these codes that have a status, by status. */
export function byStatus(codes: readonly RefusalCode[]): ReadonlyMap<number, readonly RefusalCode[]> {
  const groups = new Map<number, RefusalCode[]>();
  for (const code of codes) {
    for (const status of statusesOf(code)) groups.set(status, [...(groups.get(status) ?? []), code]);
  }
  return groups;
}
