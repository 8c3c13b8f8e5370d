import type { StyleEntry } from '@rungs/scenarios';
import { renderScenarios } from '../render/scenario-list.ts';
import type { Terminal } from '../terminal.ts';

export function scenariosCommand(terminal: Terminal, styles: readonly StyleEntry[]): void {
  terminal.out(renderScenarios(styles, Math.min(terminal.columns ?? 80, 100)));
}
