import { getRouteApi } from '@tanstack/react-router';
import { isMeasured, METRICS, metricsOf, type Chosen } from '@rungs/measure';
import { SCENARIOS, type StyleId } from '@rungs/scenarios';
import { addressOf, readAddress, type Look } from '../compare-address.ts';
import { Waterfall } from '../charts/waterfall.tsx';
import { ActionsTold } from '../panels/compare/actions-told.tsx';
import { Knowledge } from '../panels/compare/knowledge.tsx';
import { Payload } from '../panels/compare/payload.tsx';
import { SecondVisit } from '../panels/compare/second-visit.tsx';
import { Sql } from '../panels/compare/sql.tsx';
import { Controls } from '../panels/controls.tsx';
import { Differences } from '../panels/differences.tsx';
import { ExportMenu } from '../panels/export-menu.tsx';
import { isVoidComparison, Matrix } from '../panels/matrix.tsx';
import { Notices } from '../panels/notices.tsx';
import { Provenance } from '../panels/provenance.tsx';
import { RunButton, RunStatus } from '../panels/run-button.tsx';
import { ShareButton } from '../panels/share-button.tsx';
import { StandIns } from '../panels/stand-ins.tsx';
import { Verdict } from '../panels/verdict.tsx';
import { useRuns } from '../runs/runs-context.tsx';
import type { Sample } from '../runs/sample.ts';
import { useShown } from '../runs/use-shown.ts';
import { nameOfStyle } from '../styles-shown.ts';

const route = getRouteApi('/compare');

/** One scenario through all styles: what is chosen stands in the address, and a link restores it. */
export function Compare() {
  const { look, broken } = readAddress(route.useSearch());
  const navigate = route.useNavigate();
  const { sample, running } = useRuns();
  const { scenario, choice, baseline, picked } = look;
  const { shown, comparison, columns, chosen, sentences } = useShown(look, choice);
  const { title, question, holds } = SCENARIOS[scenario];
  const isMeasuring = running?.scenario === scenario && running.persona === look.persona;

  const show = (next: Look, { replace = false } = {}): void =>
    void navigate({ search: addressOf(next), replace, resetScroll: false });
  const pick = (style: StyleId, n: number): void => show({ ...look, picked: { style, n } }, { replace: true });
  const cells = chosen.flatMap(({ cell }) => (cell && isMeasured(cell) ? [cell] : []));
  const metrics = comparison && cells.length > 0 ? metricsOf(cells, comparison) : METRICS;
  return (
    <>
      <Controls look={look} onChange={show}>
        <ShareButton link={linkTo(look)} />
        <ExportMenu comparison={comparison} />
        <RunButton subject={look} choice={choice} />
      </Controls>
      <Notices sentences={[...broken, ...missingExchange(look, chosen)]} />
      <RunStatus subject={look} />
      <div className="question">
        <h1>{question}</h1>
        <p className="note">The client starts with {holds}.</p>
      </div>
      <Verdict sentences={sentences} />
      {!shown && (
        <p className="verdict-answer">{isMeasuring ? `Measuring ${title} …` : withoutFigures(look, sample.kind)}</p>
      )}
      {!shown && sample.kind === 'missing' && <p className="note">{sample.whatHappened}</p>}
      {shown && <Provenance shown={shown} />}
      <Matrix
        columns={columns}
        comparison={comparison}
        metrics={metrics}
        baseline={baseline}
        caption={`${title}: what each style needs`}
      />
      <StandIns columns={columns} />
      {comparison && isVoidComparison(comparison) && <Differences comparison={comparison} />}
      {comparison && (
        <div className="panels">
          <Waterfall chosen={chosen} picked={picked} onPick={pick} />
          <div className="panels-column">
            <Payload chosen={chosen} picked={picked} onPick={pick} />
            <SecondVisit comparison={comparison} choice={choice} />
          </div>
          <div className="panels-column">
            <Sql chosen={chosen} picked={picked} onPick={pick} />
            <ActionsTold chosen={chosen} />
            <Knowledge chosen={chosen} />
          </div>
        </div>
      )}
    </>
  );
}

/** Why there is no verdict. */
function withoutFigures({ scenario, choice }: Look, sample: Sample['kind']): string {
  const { title, secondVisit } = SCENARIOS[scenario];
  if (choice.visit === 'second' && secondVisit !== true) {
    return `${title} has no second visit: ${secondVisit.notApplicable}.`;
  }
  if (sample === 'loading') return 'Loading the recorded sample …';
  return `${title} has not been run yet: run it live from here.`;
}

function linkTo(look: Look): string {
  return `${location.origin}/compare?${new URLSearchParams(Object.entries(addressOf(look)))}`;
}

/** Only where the style has been run can an exchange be missing. */
function missingExchange({ picked }: Look, chosen: readonly Chosen[]): readonly string[] {
  const cell = chosen.find(({ style }) => style === picked?.style)?.cell;
  if (!picked || !cell || !isMeasured(cell)) return [];
  const { exchanges } = cell.run;
  if (exchanges.some(({ n }) => n === picked.n)) return [];
  return [
    `There is no exchange ${picked.n} of ${nameOfStyle(picked.style)}, only ${exchanges.length}: another is shown instead.`,
  ];
}
