import { expect, it } from 'vitest';
import { CAST } from './cast.ts';
import { CURRENT_VERSION } from './request.ts';
import { reproduction } from './reproduction.ts';
import { Deviation } from './style-bench.ts';
import type { PlannedStep } from './world.ts';

const MADE = '0190ffff-0004-7000-8000-000000000000';
const placed: PlannedStep = {
  n: 4,
  as: 'ann',
  operation: 'placeOrder',
  input: { restaurantId: CAST.luigi.restaurantId },
  twist: 'none',
  makes: [MADE],
};
const accepted: PlannedStep = {
  n: 9,
  as: 'luigi',
  operation: 'acceptTicket',
  input: { orderId: MADE, expectedVersion: CURRENT_VERSION, readyBy: 'now+60000' },
  twist: 'none',
  makes: [],
};
const again: PlannedStep = { ...accepted, n: 12, twist: 'again', again: 9 };

const details = { seed: 42, counterexamplePath: '3:1', numShrinks: 5, counterexample: [[placed, accepted, again]] } as {
  seed: number;
  counterexamplePath: string;
  numShrinks: number;
  counterexample: [readonly PlannedStep[]];
};

it('a failure is told step by step, with names for ids, what differs, and how to see it again', () => {
  const cause = Object.assign(new Error('luigi: acceptTicket: expected {} to deeply equal {}'), {
    actual: { state: 'ACCEPTED', lines: [1, 2] },
    expected: { state: 'ACCEPTED', lines: [1, 3], readyBy: 'soon' },
  });
  const text = reproduction({ ...details, errorInstance: new Deviation('graphql', accepted, cause) }, 30);
  expect(text.split('\n')).toEqual([
    'graphql deviates from the model at step 2, of 3 (made smaller 5 times):',
    '',
    '  1. ann: placeOrder {"restaurantId":«luigi»}',
    '→ 2. luigi: acceptTicket {"orderId":«made by step 1»,"expectedVersion":«current»,"readyBy":«now + 60 s»}',
    '  3. luigi: acceptTicket {"orderId":«made by step 1»,"expectedVersion":«current»,"readyBy":«now + 60 s»}' +
      '  (again, the request of step 2)',
    '',
    'luigi: acceptTicket',
    '  /lines/1: 2, where the model says 3',
    '  /readyBy: nothing, where the model says "soon"',
    '',
    'Again: npm run equivalence -- --style graphql --steps 30 --seed 42 --path 3:1',
  ]);
});

it('what was left otherwise in the end belongs to no step', () => {
  const text = reproduction({ ...details, errorInstance: new Deviation('graphql', undefined, new Error('a row')) }, 30);
  expect(text).toContain('graphql deviates from the model in what is left in the end, of 3');
  expect(text).not.toContain('→');
});
