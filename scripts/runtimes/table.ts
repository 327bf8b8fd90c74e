import type { Check, Result } from './row.ts'

/** The rows as a table: runtime, version, checks passed, time. */
export function table(results: readonly Result[]): string {
  const lines = [['runtime', 'version', 'passed', 'time'], ...results.map(cells)]
  const widths = [0, 1, 2].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  return lines.map((line) => `${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}\n`).join('')
}

/** The checks of a row that failed. */
export function failures({ outcome }: Result): readonly Check[] {
  return 'skipped' in outcome ? [] : outcome.checks.filter(({ ok }) => !ok)
}

function cells({ name, outcome, seconds }: Result): string[] {
  if ('skipped' in outcome) return [name, '-', 'skipped', outcome.skipped]
  const passed = outcome.checks.filter(({ ok }) => ok).length
  return [name, outcome.version, `${passed}/${outcome.checks.length}`, `${seconds.toFixed(1)} s`]
}
