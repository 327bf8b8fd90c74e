import { ours } from '../../src/generate/options.ts'
import { processMeasures, toolEntries } from './processes.ts'
import type { Row } from './row.ts'
import { median } from './statistics.ts'
import { type Entry, samples, type Table } from './table.ts'

/** The commands that its users wait for most, warm. */
export const commands: Row = {
  name: 'commands',
  answer: async ({ runs }) => {
    const command = (script: string, makes: string) => {
      return { name: `npm ${script}`, makes, command: ['npm', script, '--silent'], cwd: ours.root }
    }
    const started = await toolEntries([command('start', 'lint, generate, contract suite against Prism, docs')], runs)
    const tested = await toolEntries([command('test', 'the tests that start no command, browser or compiler')], 1)
    const entries = [...started, ...tested]
    const table: Table = {
      name: 'commands',
      title: 'Commands: what a maintainer waits for',
      isOneTool: true,
      notes: ['npm test: once, after a warm-up.'],
      measures: processMeasures,
      entries: entries.map((entry) => ({ ...entry, cells: [...entry.cells.slice(0, 2), ''] })),
      targets: [
        { what: 'npm start, warm', limit: 12, measured: seconds(entries[0]), better: 'less', unit: 's' },
        { what: 'npm test', limit: 90, measured: seconds(entries[1]), better: 'less', unit: 's' },
      ],
    }
    return [table]
  },
}

function seconds(entry: Entry | undefined): number {
  return median(samples(entry?.cells[0]))
}
