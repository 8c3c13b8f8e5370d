import { describe, expect, it } from 'vitest';
import { LIFE_CYCLE } from './life-cycle.ts';
import { OUT_OF_REACH, Reach, type Passed } from './reach.ts';

const done: Passed = {
  style: 'some',
  operation: 'getMenu',
  answer: { outcome: {} },
  notOffered: false,
  transitions: [],
};
const refused: Passed = { ...done, answer: { refused: 'forbidden' } };

describe('what sequences reached', () => {
  it('is told with what was missed', () => {
    const reach = new Reach();
    reach.note(done);
    const shortcomings = reach.shortcomings(['some']);
    expect(shortcomings[0]).toContain('some never refused as unauthenticated, consumer-not-found');
    expect(shortcomings).toContain('setOnDuty never succeeded.');
    expect(shortcomings).not.toContain('getMenu never succeeded.');
    expect(shortcomings).toContain(`Never seen: ${LIFE_CYCLE[0]}.`);
  });

  it('does not ask for what no client can bring about', () => {
    const missed = new Reach().shortcomings(['rest-level-3']).join();
    for (const { code, reason } of OUT_OF_REACH) {
      expect(missed).not.toContain(`, ${code}`);
      expect(reason).toMatch(/\w+ \w+/);
    }
    expect(new Reach().shortcomings(['rest-level-2']).join()).toContain(', version-required');
  });

  it('is too little when fewer than 60 % of the steps succeed', () => {
    const reach = new Reach();
    for (const passed of [done, done, refused, refused]) reach.note(passed);
    expect(reach.shortcomings([])[0]).toBe('Only 50.0 % of the steps succeeded, less than 60 %.');
    reach.note(done);
    expect(reach.successPercent).toBe(60);
    expect(reach.shortcomings([])[0]).not.toContain('%');
  });

  it('is too much when the life cycle has no such transition', () => {
    const reach = new Reach();
    reach.note({ ...done, transitions: ['cancelOrder: order DELIVERED → CANCELLED'] });
    expect(reach.shortcomings([]).at(-1)).toBe(
      'Not in the table of life cycles: cancelOrder: order DELIVERED → CANCELLED.',
    );
  });

  it('is counted for people', () => {
    const reach = new Reach();
    for (const passed of [done, refused, { ...refused, notOffered: true }]) reach.note(passed);
    const report = reach.report();
    expect(report).toContain('3 answers, 33.3 % of them successes; 1 refusals told in advance');
    expect(report).toMatch(/getMenu +forbidden 2, done 1/);
    expect(report).toMatch(/setOnDuty +never asked/);
  });
});
