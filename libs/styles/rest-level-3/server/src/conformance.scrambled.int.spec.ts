import { entry } from '@rungs/rest-level-3-client';
import { describeConformance } from '@rungs/testing';
import { expect, it, vi } from 'vitest';
import { probes } from '../spec/probes.ts';
import { RestLevel3Module } from './module.ts';
import { OPERATION_HANDLERS } from './operations.ts';

// Before any import: paths are made when the server's sources are.
vi.hoisted(() => vi.stubEnv('RUNGS_LEVEL3_PATHS', 'scrambled'));

it('every path of level 3 but the entry point has another name here than the one it usually has', () => {
  const paths = Object.values(OPERATION_HANDLERS).flatMap((held) => ('path' in held ? [held.path] : []));
  expect(new Set(paths.map((path) => path.split('/')[1]))).toEqual(new Set(['level3']));
  expect(
    paths.filter((path) =>
      /order|restaurant|ticket|deliver|courier|consumer|menu/.test(path.replaceAll(/\{\w+\}/g, '')),
    ),
  ).toEqual([]);
});

// The same client, the same suite: nothing in either knows that anything moved.
describeConformance({ entry, module: RestLevel3Module, probes });
