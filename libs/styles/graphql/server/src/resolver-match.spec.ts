import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Query, ResolveField, Resolver } from '@nestjs/graphql';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { serveFakes } from '../spec/served-fakes.ts';

// Schema and resolvers match in both directions: no resolver without its field, which the server finds out as it
// starts, and no field without its resolver or property, which the compiler finds out (`EveryFieldIsAnswered`).

@Resolver('Order')
class ResolvesNoField {
  @ResolveField()
  weighedAt(): string {
    return '2026-11-22T18:04:11.201Z';
  }
}

@Resolver('Parcel')
class ResolvesNoType {
  @ResolveField()
  weight(): number {
    return 1;
  }
}

@Resolver('Order')
class AnswersNoQuery {
  @Query()
  heaviestOrder(): null {
    return null;
  }
}

describe('a resolver without its field', () => {
  it.each([
    [ResolvesNoField, /Order\.weighedAt defined in resolvers, but not in schema/],
    [ResolvesNoType, /"Parcel" defined in resolvers, but not in schema/],
    [AnswersNoQuery, /Query\.heaviestOrder defined in resolvers, but not in schema/],
  ])('keeps the server from starting: %o', async (planted, says) => {
    await expect(serveFakes({}, {}, [planted])).rejects.toThrow(says);
  });
});

describe('a field without its resolver or property', () => {
  const NODES = join(import.meta.dirname, 'nodes.ts');
  const GENERATED = join(import.meta.dirname, 'types.generated.ts');

  /** What the compiler says of nodes.ts where these lines stood first in the generated type of a type's resolvers. */
  function complaintsAbout(type: string, lines: string): string[] {
    const { config } = ts.readConfigFile(resolve(import.meta.dirname, '../tsconfig.json'), ts.sys.readFile) as {
      config: object;
    };
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, resolve(import.meta.dirname, '..'));
    const host = ts.createCompilerHost(options);
    const head = new RegExp(`export type ${type}Resolvers<[^]*?> = \\{\\n`);
    host.readFile = (file) => {
      const text = ts.sys.readFile(file);
      return resolve(file) === GENERATED ? text?.replace(head, (found) => `${found}${lines}`) : text;
    };
    expect(readFileSync(GENERATED, 'utf8')).toMatch(head);
    const program = ts.createProgram([NODES], { ...options, composite: false, noEmit: true, skipLibCheck: true }, host);
    return ts
      .getPreEmitDiagnostics(program, program.getSourceFile(NODES))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
  }
  const field = (name: string, type: string): string =>
    `  ${name}?: Resolver<ResolversTypes['${type}'], ParentType, ContextType>;\n`;

  it('does not compile, and is named', { timeout: 120_000 }, () => {
    expect(complaintsAbout('Order', '')).toEqual([]);
    expect(complaintsAbout('Order', field('weighedAt', 'DateTime')).join()).toContain('\'"Order.weighedAt"\'');
  });
});
