import { choose as chooseFrom, METRICS, type Choice, type Comparison } from '@rungs/measure';
import type { Page } from 'playwright-core';

export const DEFAULT_CHOICE: Choice = { client: 'composed', server: 'batched', visit: 'first' };

/** Chooses in one of the controls. */
export async function choose(page: Page, label: string, value: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).selectOption(value);
}

/** The states of the five columns, in their order. */
export function columnStates(page: Page): Promise<readonly (string | null)[]> {
  return page.locator('.matrix thead th').evaluateAll((heads) => heads.map((head) => head.getAttribute('data-state')));
}

/** A row's figures, as they are read, without the dot of the best and what stands below them. */
export async function rowFigures(page: Page, title: string): Promise<readonly string[]> {
  const row = page
    .locator('.matrix tbody tr')
    .filter({ has: page.getByRole('rowheader', { name: title, exact: true }) });
  const texts = await row.locator('.quantity').allInnerTexts();
  return texts.map((text) => text.replace(/\s+/g, ' ').trim());
}

/** Presses the button and waits until nothing is measured any more. */
export async function runLive(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Run live' }).click();
  await page.getByRole('button', { name: 'Stop' }).waitFor();
  await untilDone(page);
}

export async function untilDone(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Run live' }).waitFor({ timeout: 170_000 });
}

/** Waits until so many programs have been run of what is being measured. */
export async function untilRun(page: Page, programs: number): Promise<void> {
  await page.waitForFunction(
    (least) => (document.querySelector<HTMLProgressElement>('.run-status progress')?.value ?? 0) >= least,
    programs,
    { timeout: 120_000 },
  );
}

/** What a metric is of each style's chosen run, by the comparison itself. */
export function figuresOf(comparison: Comparison, title: string, choice: Choice = DEFAULT_CHOICE): readonly number[] {
  const metric = METRICS.find((one) => one.title === title);
  if (!metric) throw new RangeError(`There is no metric ${title}.`);
  return chooseFrom(comparison, choice).flatMap(({ cell }) =>
    cell && 'run' in cell ? (metric.value(cell.run, comparison) ?? []) : [],
  );
}
