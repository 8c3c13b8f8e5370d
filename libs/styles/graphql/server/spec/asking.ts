import type { LoadingMode, PersonaName } from '@rungs/application';
import type { ServedStyle } from '@rungs/testing';

type Who = Parameters<ServedStyle['tokenFor']>[0];
export type AskedBy = PersonaName | 'anonymous' | Exclude<Who, string>;

export interface AnsweredError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly locations?: readonly unknown[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** What came back for one operation. */
export interface Asked {
  readonly status: number;
  readonly headers: Headers;
  /** Undefined where the operation was never executed. */
  readonly data: Readonly<Record<string, unknown>> | null | undefined;
  readonly errors: readonly AnsweredError[];
  /** How many SQL statements the driver ran for it. */
  readonly statements: number;
}

export interface AskedHow {
  readonly variables?: object;
  readonly as?: AskedBy;
  /** How reads are to be loaded; as where nobody chooses when absent. */
  readonly loading?: LoadingMode | undefined;
}

/** Sends operations to one served style, as whoever it is. Tokens are asked for once. */
export class Asking {
  private readonly tokens = new Map<Who, Promise<string>>();

  constructor(readonly served: ServedStyle) {}

  async ask(query: string, { variables = {}, as = 'ann', loading }: AskedHow = {}): Promise<Asked> {
    const response = await fetch(`${this.served.baseUrl}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        // In plain JSON whatever GraphQL refuses is answered with 200 (GraphQL over HTTP, Legacy watershed).
        accept: 'application/graphql-response+json',
        ...(as !== 'anonymous' && { authorization: `Bearer ${await this.tokenOf(as)}` }),
        ...(loading && { 'rungs-loading': loading }),
      },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors = [] } = (await response.json()) as Pick<Asked, 'data'> & Partial<Pick<Asked, 'errors'>>;
    const [, count] = /desc="(\d+) statement/.exec(response.headers.get('server-timing') ?? '') ?? [];
    return { status: response.status, headers: response.headers, data, errors, statements: Number(count) };
  }

  private tokenOf(as: Who): Promise<string> {
    const known = this.tokens.get(as) ?? this.served.tokenFor(as);
    this.tokens.set(as, known);
    return known;
  }
}
