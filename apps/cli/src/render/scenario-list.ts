import { styleHead } from '@rungs/measure';
import { CLIENT_MODES, isApplicable, SCENARIOS, type ScenarioId, type StyleEntry } from '@rungs/scenarios';
import { wrap } from './lines.ts';

const INDENT = '  ';

/** Every scenario: the question, what the client holds, for whom it is, and which styles can be asked how. */
export function renderScenarios(styles: readonly StyleEntry[], widthCharacters: number): string {
  const blocks = Object.values(SCENARIOS).map((scenario) => {
    const [first, ...others] = scenario.personas;
    const lines = [
      `${scenario.title}. ${scenario.question}`,
      `The client starts with: ${scenario.holds}.`,
      `As ${first}${others.length > 0 ? `; with --as also ${others.join(', ')}` : ''}.`,
      ...(scenario.secondVisit === true ? [] : [`No second visit: ${scenario.secondVisit.notApplicable}.`]),
      ...CLIENT_MODES.map((mode) => `${mode}: ${whoAsks(scenario.id, styles, mode)}.`),
      ...reasons(scenario.id, styles),
    ];
    return [
      scenario.id,
      ...lines.map((line) => INDENT + wrap(line, widthCharacters - INDENT.length, `${INDENT}${INDENT}`)),
    ].join('\n');
  });
  return `${blocks.join('\n\n')}\n`;
}

function whoAsks(id: ScenarioId, styles: readonly StyleEntry[], mode: (typeof CLIENT_MODES)[number]): string {
  const able = styles.filter(({ scenarios }) => isApplicable(scenarios[id][mode]));
  if (able.length === styles.length) return 'every style';
  return able.length === 0 ? 'no style' : able.map(styleHead).join(', ');
}

/** Why cells do not exist, each reason once. */
function reasons(id: ScenarioId, styles: readonly StyleEntry[]): readonly string[] {
  const missing = styles.flatMap((entry) =>
    CLIENT_MODES.flatMap((mode) => {
      const program = entry.scenarios[id][mode];
      return isApplicable(program) ? [] : [{ reason: program.notApplicable, entry, mode }];
    }),
  );
  return [...Map.groupBy(missing, ({ reason }) => reason)].map(([reason, cells]) => {
    const byMode = Map.groupBy(cells, ({ mode }) => mode);
    const who = [...byMode].map(([mode, some]) => `${some.map(({ entry }) => styleHead(entry)).join(', ')} ${mode}`);
    return `– ${who.join('; ')}: ${reason}.`;
  });
}
