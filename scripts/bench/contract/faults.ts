import type { Entry, Measure, Table } from '../table.ts'
import { reasonCells, reasonOf } from '../tried.ts'
import { runSuite, type Suite, type Told } from './suite.ts'

/** The planted faults: five show in answers to right requests, four to broken ones, one only in what is kept. */
export const faults: ReadonlyMap<string, string> = new Map([
  ['body-shape/parameters-lack-zones', 'a required member is missing'],
  ['body-shape/state-is-a-list', 'a member has the wrong type'],
  ['body-shape/moments-are-in-words', 'a moment is no date-time'],
  ['status/create-answers-201', 'a status is not documented'],
  ['headers/json-as-text', 'the media type is wrong'],
  ['status/unknown-gateway-is-an-empty-success', 'what is not there is answered with 200'],
  ['status/invalid-requests-are-server-errors', 'broken requests are server errors'],
  ['validation/two-routings-are-accepted', 'two of what excludes each other are accepted'],
  ['authentication/a-missing-token-breaks-the-service', 'a request without a token is a server error'],
  ['update/update-is-not-stored', 'an update is not kept'],
])

const measures: readonly Measure[] = [
  { label: 'found', unit: '', better: 'more' },
  { label: 'failures without a fault', unit: '', better: 'less' },
]

/** What each tool says of the faults that it says nothing of the sound service. */
export async function faultsFound(suites: readonly Suite[]): Promise<Table> {
  const entries: Entry[] = []
  const notes = [
    `the faults: ${[...faults.values()].join('; ')}`,
    'They are some of those that this project’s own suite has to catch before it is released; a peer never had to.',
  ]
  for (const suite of suites) entries.push(await found(suite))
  return {
    name: 'contract-faults',
    title: `Contract: ${faults.size} faults planted in the sandbox`,
    measures,
    entries,
    notes,
  }
}

async function found(suite: Suite): Promise<Entry> {
  const tool = suite.name
  try {
    const sound = [(await runSuite(suite)).told, (await runSuite(suite)).told]
    const missed: string[] = []
    for (const [id, what] of faults) if (!saysMore((await runSuite(suite, id)).told, sound)) missed.push(what)
    const failures = Math.max(...sound.map(({ failures }) => failures.length))
    const makes = missed.length === 0 ? 'misses none' : `misses: ${missed.join('; ')}`
    return { tool, makes, cells: [[faults.size - missed.length], [failures]] }
  } catch (error) {
    return { tool, makes: '', cells: reasonCells(reasonOf(error), measures) }
  }
}

/** Whether something fails that does not, or not so often, in any run against the sound service. */
function saysMore({ failures }: Told, sound: readonly Told[]): boolean {
  const times = (all: readonly string[], failure: string) => all.filter((one) => one === failure).length
  return failures.some((failure) => sound.every((one) => times(one.failures, failure) < times(failures, failure)))
}
