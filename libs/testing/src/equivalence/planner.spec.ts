import { OPERATIONS } from '@rungs/application';
import { describe, expect, it } from 'vitest';
import { Passage } from './life-cycle.ts';
import { Picks } from './picks.ts';
import { imagine, plan } from './planner.ts';
import { Reach } from './reach.ts';
import { World, importOf, type PlannedStep, type Ways } from './world.ts';

const STEPS = 30;

function seedsOf(seed: number): readonly number[] {
  const picks = new Picks(seed);
  return Array.from({ length: STEPS }, () => picks.whole(0, 2 ** 31));
}

const SEQUENCES = Array.from({ length: 150 }, (_, seed) => plan(seedsOf(seed)));

/** Takes a sequence through a world whose server exists only in imagination; answers what each step came to. */
function rehearse(steps: readonly PlannedStep[], ways?: Ways, reach = new Reach()): readonly string[] {
  const world = new World(ways);
  return steps.map((step) => {
    const { as, operation, n } = step;
    const passage = new Passage(world.state);
    const request = world.request(step);
    const answer = world.answer(as, operation, request);
    const outcome = imagine(answer, n, 0);
    if (operation === 'importMenu' && outcome) {
      imagine(world.answer(as, 'getMenuImport', importOf(outcome)), n, 1);
    }
    world.nameNewcomers(step);
    const transitions = passage.of(operation, request);
    reach.note({ style: 'imagined', operation, answer, notOffered: false, transitions });
    return 'refused' in answer ? answer.refused : 'done';
  });
}

describe('the sequences', () => {
  it('mostly succeed, and see every refusal and every transition', () => {
    const reach = new Reach();
    for (const steps of SEQUENCES) rehearse(steps, undefined, reach);
    expect(reach.shortcomings(['imagined']), reach.report()).toEqual([]);
  });

  it('mean the same in any world: the steps come to what they came to in the plan', () => {
    const writes = SEQUENCES.flat().filter(
      ({ twist, operation }) => twist === 'none' && OPERATIONS[operation].kind === 'write',
    );
    expect(writes.length).toBeGreaterThan(1000);
    for (const steps of SEQUENCES) {
      const outcomes = rehearse(steps);
      const promised = steps.filter(({ twist }) => twist === 'none').map(({ n }) => n);
      expect(promised.filter((n) => outcomes[n] !== 'done')).toEqual([]);
    }
  });

  it('come to nearly the same where orders are placed through the basket', () => {
    const differing = SEQUENCES.flatMap((steps) => {
      const directly = rehearse(steps);
      return rehearse(steps, { placesByBasket: true, looksFirst: false }).filter(
        (outcome, n) => outcome !== directly[n],
      );
    });
    expect(differing.length).toBeLessThan(SEQUENCES.length * STEPS * 0.02);
  });

  it('are the same for the same numbers', () => {
    expect(plan(seedsOf(7))).toEqual(plan(seedsOf(7)));
  });
});
