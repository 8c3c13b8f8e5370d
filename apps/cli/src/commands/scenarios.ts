import { SCENARIOS } from '@rungs/measure';
import type { Terminal } from '../terminal.ts';

export function scenariosCommand(terminal: Terminal): void {
  for (const { id, title, holds } of Object.values(SCENARIOS)) {
    terminal.out(`${id}\n  ${title}. The client starts with ${holds}.\n`);
  }
}
