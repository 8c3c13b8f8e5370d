import { Link } from '@tanstack/react-router';
import { metric, type MetricId } from '@rungs/measure';
import { SCENARIOS } from '@rungs/scenarios';
import { addressOf, DEFAULT_CHOICE, DEFAULT_SCENARIO } from '../compare-address.ts';
import { Matrix } from '../panels/matrix.tsx';
import { Provenance } from '../panels/provenance.tsx';
import { RunButton, RunStatus } from '../panels/run-button.tsx';
import { Verdict } from '../panels/verdict.tsx';
import { useRuns } from '../runs/runs-context.tsx';
import { useShown } from '../runs/use-shown.ts';

const SCENARIO = SCENARIOS[DEFAULT_SCENARIO];
const SUBJECT = { scenario: SCENARIO.id, persona: SCENARIO.personas[0] };
const LOOK = addressOf({ ...SUBJECT, choice: DEFAULT_CHOICE });

const HEADLINES = [
  'roundTrips',
  'exchanges',
  'bytesUp',
  'bytesDown',
  'neverRead',
  'sql',
  'secondVisitBytes',
] as const satisfies readonly MetricId[];

/** The answer for one screen, to be read within a glance: from a recorded sample until one measures it here. */
export function Home() {
  const { sample } = useRuns();
  const { shown, comparison, columns, sentences } = useShown(SUBJECT, DEFAULT_CHOICE);
  return (
    <>
      <div className="question">
        <h1>{SCENARIO.question}</h1>
        <p className="note">
          One service in five API styles: the same data, the same rules, the same view. Each client asks for it in its
          style’s own way.
        </p>
      </div>
      <div className="answer-and-source">
        <div>
          <Verdict sentences={sentences} />
          {!shown && <p className="verdict-answer">{withoutFigures(sample.kind)}</p>}
          {!shown && sample.kind === 'missing' && <p className="note">{sample.whatHappened}</p>}
        </div>
        <aside aria-label="This measurement">
          <RunButton subject={SUBJECT} choice={DEFAULT_CHOICE} />
          <RunStatus subject={SUBJECT} />
          {shown && <Provenance shown={shown} />}
        </aside>
      </div>
      <Matrix
        columns={columns}
        comparison={comparison}
        metrics={HEADLINES.map(metric)}
        caption={`${SCENARIO.title}: what each style needs`}
      />
      <nav className="read-on" aria-label="Read on">
        <Link to="/compare" search={LOOK}>
          Every request, payload and statement
        </Link>
        <Link to="/start">First calls, to copy</Link>
        <Link to="/method">How it is measured</Link>
      </nav>
    </>
  );
}

function withoutFigures(sample: 'loading' | 'there' | 'missing'): string {
  return sample === 'loading' ? 'Loading the recorded sample …' : 'Nothing has been measured yet: run it live.';
}
