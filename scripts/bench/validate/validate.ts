import { cpSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'
import { ours } from '../../../src/generate/options.ts'
import { CannotRunError } from '../../../src/report/cannot-run-error.ts'
import { finished } from '../../common/finished.ts'
import { environment } from '../processes.ts'
import type { Bench, Row } from '../row.ts'
import { median, ratios } from '../statistics.ts'
import type { Measure, Table, Target } from '../table.ts'
import { reasonCells, reasonOf } from '../tried.ts'
import { inTurns } from '../turns.ts'
import { writeStandalone } from './standalone.ts'

/** How fast a gateway is judged that came from a service. */
export const validate: Row = {
  name: 'validate',
  peers: 'validate',
  packages: ['ajv', 'ajv-formats'],
  answer: async (bench) => {
    const { modules } = bench
    const judges = all.filter(({ isPeer }) => modules !== undefined || !isPeer)
    const place = await programs(bench.folder, modules)
    const [working, failing] = await tried(judges, place)
    const tables = [await speed(working, place, bench), await load(working, place, bench)]
    return tables.map((table, index) => {
      const entries = failing.map(({ tool, makes, reason }) => {
        return { tool, makes, cells: reasonCells(reason, table.measures) }
      })
      return { ...table, entries: [...table.entries, ...entries], notes: index === 0 ? [rounds, verdicts] : [cold] }
    })
  },
}

const rounds = 'Each run: a process in which the tools take turns, and the median of its rounds.'
const verdicts =
  'What a tool takes or refuses against the document is found with gateways of which one thing is special.'

const cold = 'Import to first verdict: in a process of its own, without the start of Node.'

interface Judge {
  /** The name of its program. */
  readonly program: string
  readonly tool: string
  readonly makes: string
  readonly isPeer?: boolean
}

const all: readonly Judge[] = [
  { program: 'ours', tool: 'ours', makes: 'emitted code; errors as ajv has them' },
  { program: 'ajv', tool: 'ajv standalone with ajv-formats', makes: 'emitted code of the same schema' },
  { program: 'zod', tool: 'zod', makes: 'schema by hand; copies the value', isPeer: true },
  { program: 'valibot', tool: 'valibot', makes: 'schema by hand; copies the value', isPeer: true },
  { program: 'typebox', tool: 'typebox', makes: 'compiled at the start, with eval', isPeer: true },
  { program: 'arktype', tool: 'arktype', makes: 'schema by hand; compiled at the start, with eval', isPeer: true },
  { program: 'schemasafe', tool: '@exodus/schemasafe', makes: 'compiled at the start, with eval', isPeer: true },
]

/** The programs with all that they import. */
async function programs(folder: string, modules: string | undefined): Promise<string> {
  const place = join(folder, 'validate')
  cpSync(join(import.meta.dirname, 'program'), place, { recursive: true })
  cpSync(join(ours.out, 'validators.js'), join(place, 'validators.js'))
  await writeStandalone(place)
  writeFileSync(join(place, 'package.json'), '{ "type": "module" }')
  symlinkSync(modules ?? join(ours.root, 'node_modules'), join(place, 'node_modules'))
  return place
}

type Failing = Judge & { readonly reason: string }

/** The judges with what they say of gateways that others have trouble with; and those that do not run. */
async function tried(
  judges: readonly Judge[],
  place: string,
): Promise<readonly [working: readonly Judge[], failing: readonly Failing[]]> {
  const working: Judge[] = []
  const failing: Failing[] = []
  for (const judge of judges) {
    try {
      const { takes, refuses }: Verdicts = JSON.parse(await output(['verdicts.js', judge.program], place))
      const told = Object.entries({ takes, refuses }).filter(([, whats]) => whats.length > 0)
      const makes = [judge.makes, ...told.map(([verb, whats]) => `${verb} ${whats.join(', ')}`)].join('; ')
      working.push({ ...judge, makes })
    } catch (error) {
      failing.push({ ...judge, reason: reasonOf(error) })
    }
  }
  return [working, failing]
}

/** What `verdicts.js` tells. */
interface Verdicts {
  /** What is wrong by the document. */
  readonly takes: readonly string[]
  /** What is right. */
  readonly refuses: readonly string[]
}

const works = {
  valid: 'valid',
  invalid: 'invalid',
  validErrors: 'valid, errors',
  invalidErrors: 'invalid, errors',
  text: 'from text',
} as const

type Work = keyof typeof works

async function speed(judges: readonly Judge[], place: string, { runs }: Bench): Promise<Table> {
  const args = ['--expose-gc', 'rounds.js', ...judges.map(({ program }) => program)]
  const taken: { readonly [program: string]: { readonly [work in Work]: readonly number[] } }[] = []
  for (let run = 0; run < runs; run++) taken.push(JSON.parse(await output(args, place)))
  const times = (program: string, work: Work) => taken.map((one) => median(one[program]?.[work] ?? []))
  const kinds = Object.keys(works) as Work[]
  const faster = (program: string, limit: number, peer: string): Target[] => {
    if (!judges.some((judge) => judge.program === program)) return []
    const [own, other] = [times('ours', 'valid'), times(program, 'valid')]
    const what = `a verdict on a valid gateway, faster than ${peer}`
    return [{ what, limit, measured: median(ratios(other, own)), better: 'more', unit: '×' }]
  }
  return {
    name: 'validate',
    title: 'Validate: one gateway that a service shows',
    measures: kinds.map((work): Measure => ({ label: works[work], unit: 'ns', better: 'less' })),
    entries: judges.map(({ program, tool, makes }) => {
      return { tool, makes, cells: kinds.map((work) => times(program, work)) }
    }),
    targets: [...faster('ajv', 2, 'ajv standalone with ajv-formats'), ...faster('zod', 4, 'zod')],
  }
}

async function load(judges: readonly Judge[], place: string, { runs }: Bench): Promise<Table> {
  const times = await inTurns(judges, runs, async ({ program }) => Number(await output(['cold.js', program], place)))
  const bytes = await Promise.all(judges.map(({ program }) => bundled(join(place, `${program}.js`))))
  return {
    name: 'validate-load',
    title: 'Validate: what it costs before the first verdict',
    measures: [
      { label: 'import to first verdict', unit: 'ms', better: 'less' },
      { label: 'bundle, minified, gzip -9', unit: 'KiB', better: 'less' },
    ],
    entries: judges.map(({ tool, makes }, index) => {
      return { tool, makes, cells: [times[index] ?? [], [(bytes[index] ?? Number.NaN) / 1024]] }
    }),
  }
}

async function bundled(input: string): Promise<number> {
  const build = await rolldown({ input, platform: 'browser' })
  const { output: files } = await build.generate({ format: 'esm', minify: true, codeSplitting: false })
  await build.close()
  return gzipSync(files[0].code, { level: 9 }).length
}

async function output(args: readonly string[], cwd: string): Promise<string> {
  const { code, stdout, stderr } = await finished(process.execPath, args, {
    cwd,
    env: environment(),
    longestMs: 900_000,
  })
  if (code === 0) return stdout
  throw new CannotRunError(`${args.join(' ')} ended with ${code}:\n${stderr}`)
}
