import { styleHead } from '@rungs/measure';
import { CLIENT_MODES, isApplicable, SCENARIOS, type ScenarioId, type StyleEntry } from '@rungs/scenarios';
import { wrap } from './lines.ts';

const INDENT = '  ';
const GAP = 2;

/** The scenarios by their names and questions. */
export function renderScenarioIndex(ids: readonly ScenarioId[], widthCharacters: number): string {
  const nameWidth = Math.max(...ids.map(({ length }) => length)) + GAP;
  const lines = ids.map((id) => {
    const question = wrap(SCENARIOS[id].question, widthCharacters - nameWidth);
    return `${id.padEnd(nameWidth)}${question.replaceAll('\n', `\n${' '.repeat(nameWidth)}`)}`;
  });
  const further = [
    'rungs scenarios <scenario>: what the client holds, for whom it is, and who can be asked how.',
    'rungs compare <scenario>: what it costs.',
  ];
  return `${[...lines, '', ...further.map((line) => wrap(line, widthCharacters, INDENT))].join('\n')}\n`;
}

/** Scenarios in full: the question, what the client holds, for whom it is, and which styles can be asked how. */
export function renderScenarios(
  ids: readonly ScenarioId[],
  styles: readonly StyleEntry[],
  widthCharacters: number,
): string {
  const blocks = ids.map((id) => {
    const scenario = SCENARIOS[id];
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
