import type { Choice } from '@rungs/measure';
import { SCENARIOS } from '@rungs/scenarios';
import { useRuns, type Shown, type Subject } from '../runs/runs-context.tsx';

/** Measures what is looked at, from this browser; while something is measured, stops that. */
export function RunButton({ subject, choice }: { readonly subject: Subject; readonly choice: Choice }) {
  const { running, run, stop } = useRuns();
  // One button all along: whoever started by keyboard stops by the same key.
  return (
    <button
      type="button"
      className="button button-primary button-run"
      onClick={() => (running ? stop() : run(subject, choice))}
    >
      {running ? 'Stop' : 'Run live'}
    </button>
  );
}

/** How far the run has come, and how it ended. */
export function RunStatus({ subject }: { readonly subject: Subject }) {
  const { running, trouble, shownOf } = useRuns();
  const isHere = running?.scenario === subject.scenario && running.persona === subject.persona;
  const troubleHere =
    trouble?.scenario === subject.scenario && trouble.persona === subject.persona ? trouble : undefined;
  return (
    <div className="run-status">
      {running?.progress && (
        <p className="note">
          <progress
            value={running.progress.done}
            max={running.progress.total}
            aria-label={`Programs run of ${SCENARIOS[running.scenario].title}`}
          />{' '}
          {running.progress.done} of {running.progress.total} programs run
          {!isHere && ` of ${SCENARIOS[running.scenario].title}`}
        </p>
      )}
      <div role="status">
        {running && <p className="only-heard">{`Measuring ${SCENARIOS[running.scenario].title} …`}</p>}
        {!running && <p className="only-heard">{endedText(shownOf(subject))}</p>}
        {troubleHere && (
          <div className="notice">
            <p className="answer-trouble">{troubleHere.whatHappened}</p>
            <p>{troubleHere.whatToDo}</p>
          </div>
        )}
      </div>
    </div>
  );
}

/** What is heard when a run ends: not that all was measured where some of it was not. */
function endedText(shown: Shown | undefined): string | undefined {
  if (shown?.from !== 'live') return undefined;
  const outcomes = new Set(shown.comparison.cells.map(({ outcome }) => outcome));
  if (!outcomes.has('measured') && !outcomes.has('partial')) return 'Ended: nothing was measured.';
  return outcomes.has('failed') || outcomes.has('partial')
    ? 'Measured, but not all of it came to its end.'
    : 'Measured.';
}
