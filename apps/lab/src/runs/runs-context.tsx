import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Choice, Comparison, Progress } from '@rungs/measure';
import type { PersonaName, ScenarioId } from '@rungs/scenarios';
import { merged } from './merge.ts';
import { loadSample, type Sample } from './sample.ts';

/** Who does what: what one comparison is about. */
export interface Subject {
  readonly scenario: ScenarioId;
  readonly persona: PersonaName;
}

export interface Running extends Subject {
  /** Undefined until the first program has come to its end. */
  readonly progress?: Progress;
}

/** Why nothing was measured at all. */
export interface Trouble extends Subject {
  readonly whatHappened: string;
  readonly whatToDo: string;
}

export interface Shown {
  readonly comparison: Comparison;
  readonly from: 'sample' | 'live';
  /** Whether a recorded sample of the same is behind what was measured. */
  readonly coversSample: boolean;
}

/** What has been and is being measured, the same for all pages of this visit. */
export interface Runs {
  readonly sample: Sample;
  readonly running?: Running;
  readonly trouble?: Trouble;
  shownOf(subject: Subject): Shown | undefined;
  /** One at a time: side by side, runs would wait for each other, and the times would say so. */
  run(subject: Subject, choice: Choice): void;
  stop(): void;
  /** Puts what was measured here away, so that the recorded sample is seen again. */
  showSample(): void;
}

const RunsContext = createContext<Runs | undefined>(undefined);

export function useRuns(): Runs {
  const runs = useContext(RunsContext);
  if (!runs) throw new Error('Outside of RunsProvider there are no runs.');
  return runs;
}

export function RunsProvider({ children }: { readonly children: ReactNode }) {
  const [sample, setSample] = useState<Sample>({ kind: 'loading' });
  const [live, setLive] = useState<ReadonlyMap<string, Comparison>>(new Map());
  const [running, setRunning] = useState<Running>();
  const [trouble, setTrouble] = useState<Trouble>();
  const stopping = useRef<AbortController>(undefined);

  useEffect(() => {
    let isShown = true;
    void loadSample((...request) => fetch(...request)).then((loaded) => {
      if (isShown) setSample(loaded);
    });
    return () => {
      isShown = false;
    };
  }, []);

  const run = useCallback(async ({ scenario, persona }: Subject, choice: Choice): Promise<void> => {
    if (stopping.current) return;
    const { signal } = (stopping.current = new AbortController());
    setTrouble(undefined);
    setRunning({ scenario, persona });
    try {
      // Nobody who only reads has to load what measures.
      const { runLive } = await import('./run-live.ts').catch((error: unknown) => {
        throw Object.assign(new Error('The part of this page that measures could not be loaded.', { cause: error }), {
          whatToDo: 'Look whether the server still runs where you started it (npm start), then reload the page.',
        });
      });
      const onProgress = (progress: Progress): void => setRunning({ scenario, persona, progress });
      const newer = await runLive({ scenario, persona, choice, signal, onProgress });
      setLive((before) => new Map(before).set(keyOf(newer), merged(before.get(keyOf(newer)), newer)));
    } catch (error) {
      // Who stops before anything was asked knows why there is nothing.
      if (!signal.aborted) setTrouble({ scenario, persona, ...troubleOf(error) });
    } finally {
      stopping.current = undefined;
      setRunning(undefined);
    }
  }, []);

  const runs = useMemo(
    (): Runs => ({
      sample,
      ...(running && { running }),
      ...(trouble && { trouble }),
      shownOf: (subject) => {
        const measured = live.get(keyOf(subject));
        const recorded =
          sample.kind === 'there' && keyOf(sample.comparison) === keyOf(subject) ? sample.comparison : undefined;
        if (measured) return { comparison: measured, from: 'live', coversSample: recorded !== undefined };
        return recorded && { comparison: recorded, from: 'sample', coversSample: false };
      },
      run: (subject, choice) => void run(subject, choice),
      stop: () => stopping.current?.abort(),
      showSample: () => {
        if (sample.kind !== 'there') return;
        const key = keyOf(sample.comparison);
        setLive((before) => new Map([...before].filter(([other]) => other !== key)));
        setTrouble(undefined);
      },
    }),
    [sample, live, running, trouble, run],
  );
  return <RunsContext value={runs}>{children}</RunsContext>;
}

function keyOf({ scenario, persona }: Subject): string {
  return `${scenario} as ${persona}`;
}

function troubleOf(error: unknown): Pick<Trouble, 'whatHappened' | 'whatToDo'> {
  const whatHappened = error instanceof Error ? error.message : String(error);
  const { whatToDo } = Object(error) as { readonly whatToDo?: unknown };
  return {
    whatHappened,
    whatToDo:
      typeof whatToDo === 'string' ? whatToDo : 'Reload the page, then run again; the server’s log may say more.',
  };
}
