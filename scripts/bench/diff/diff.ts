import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { foundChanges } from '../../../src/diff/compare-documents.ts'
import { readRevision } from '../../../src/diff/compared.ts'
import type { JsonObject } from '../../../src/document/json.ts'
import { readDocument } from '../../../src/document/read-document.ts'
import { redoclyDiff } from '../../../src/document/redocly-diff.ts'
import { ours } from '../../../src/generate/options.ts'
import { type Mutant, mutants, mutated, prepared } from '../../../test/diff/mutants.ts'
import type { Row } from '../row.ts'
import { median } from '../statistics.ts'
import type { Entry } from '../table.ts'

/** What each says of one mutant: whether it breaks, and how long that took, in milliseconds. */
interface Verdicts {
  readonly mutant: Mutant
  readonly isBreaking: boolean
  readonly own: Said
  readonly redocly: Said
  /** Breaking changes that a value may show, and those that one does. */
  readonly about: number
  readonly witnesses: number
}

interface Said {
  readonly isBreaking: boolean
  readonly ms: number
}

/** What is said of single edits whose verdict is known, beside `redocly diff` on the same documents. */
export const diff: Row = {
  name: 'diff',
  packages: ['@redocly/cli'],
  answer: async ({ folder }) => {
    const { bundle } = await readDocument(ours.spec)
    const all: Verdicts[] = []
    for (const mutant of mutants) all.push(await verdicts(mutant, bundle, folder))
    const [about, witnesses] = [sum(all, 'about'), sum(all, 'witnesses')]
    return [
      {
        name: 'diff',
        title: `Diff: ${all.length} single edits of our document whose verdict is known`,
        measures: [
          { label: 'verdicts that are wrong', unit: '', better: 'less' },
          { label: 'one comparison', unit: 'ms', better: 'less' },
        ],
        entries: [
          entry('ours', 'values that show a break; in this process', all, 'own'),
          entry('redocly diff', 'rules; a process of its own', all, 'redocly'),
        ],
        notes: [
          'Each edit is compared once; the time is the median of all.',
          'The edits are those that this project is tested with, and breaking is what breaks names of the generated client too.',
          `breaking changes of values: ${witnesses} shown by one, ${about - witnesses} not (members that are gone from open objects, patterns)`,
        ],
      },
    ]
  },
}

function entry(tool: string, makes: string, all: readonly Verdicts[], who: 'own' | 'redocly'): Entry {
  const wrong = all.filter((one) => one[who].isBreaking !== one.isBreaking)
  const missed = wrong.filter(({ isBreaking }) => isBreaking).length
  const said = `${missed} breaks missed, ${wrong.length - missed} false alarms`
  return { tool, makes: `${makes}; ${said}`, cells: [[wrong.length], [median(all.map((one) => one[who].ms))]] }
}

async function verdicts(mutant: Mutant, document: JsonObject, folder: string): Promise<Verdicts> {
  const [base, revision] = [prepared(document, mutant), mutated(document, mutant)]
  const start = performance.now()
  const { changes } = foundChanges(read(base), read(revision))
  const own = performance.now() - start
  const files = [join(folder, 'base.json'), join(folder, 'revision.json')] as const
  await writeFile(files[0], JSON.stringify(base))
  await writeFile(files[1], JSON.stringify(revision))
  const before = performance.now()
  const alarms = (await redoclyDiff(files, folder)).filter(({ impact }) => impact === 'major')
  const breaking = changes.filter(({ rating }) => rating === 'breaking')
  return {
    mutant,
    isBreaking: mutant.wire === 'breaking' || mutant.names === 'breaking',
    own: { isBreaking: breaking.length > 0, ms: own },
    redocly: { isBreaking: alarms.length > 0, ms: performance.now() - before },
    about: breaking.filter(({ witness, tried }) => witness !== undefined || tried !== undefined).length,
    witnesses: breaking.filter(({ witness }) => witness !== undefined).length,
  }
}

function read(bundle: JsonObject) {
  return readRevision({ name: 'a document', bundle, locate: () => undefined })
}

function sum(all: readonly Verdicts[], key: 'about' | 'witnesses'): number {
  return all.reduce((total, one) => total + one[key], 0)
}
