import { useEffect, useState } from 'react';
import { askHealth, type ServerHealth } from '../server-health.ts';

const ASK_EVERY_MS = 10_000;

/** Whether the server is ready, kept current while the page is looked at. */
export function HealthLine() {
  const [health, setHealth] = useState<ServerHealth>({ kind: 'asking' });
  useEffect(() => {
    let isShown = true;
    const ask = async (): Promise<void> => {
      if (document.hidden) return;
      const answer = await askHealth((...request) => fetch(...request));
      if (isShown) setHealth(answer);
    };
    void ask();
    const timer = setInterval(() => void ask(), ASK_EVERY_MS);
    const askNow = (): void => void ask();
    document.addEventListener('visibilitychange', askNow);
    return () => {
      isShown = false;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', askNow);
    };
  }, []);
  return (
    <p role="status" className="health" data-state={health.kind}>
      {health.kind === 'asking' && 'Asking the server …'}
      {health.kind === 'ready' && 'Server ready'}
      {'whatHappened' in health && health.whatHappened}
    </p>
  );
}
