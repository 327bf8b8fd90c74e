import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { shortened } from '../contract/check.ts'
import { isObject, type JsonObject, listAt, objectAt, plainPointerTokens, pointerOf, textAt } from '../document/json.ts'
import { redocly } from '../document/redocly.ts'
import { temporaryFolder } from '../document/temporary-folder.ts'
import { CannotRunError } from '../report/cannot-run-error.ts'
import { harOf } from './drift-har.ts'
import type { Call } from './judge-entry.ts'
import type { Remark } from './remark.ts'

/**
 * What `redocly drift` says of the calls. It gets a copy without secrets of the calls that go to the document's servers.
 *
 * @throws {CannotRunError} when drift gives no report
 */
export async function driftRemarks(
  calls: readonly Call[],
  { bundle, server }: { readonly bundle: JsonObject; readonly server: string | undefined },
): Promise<Remark[]> {
  if (calls.length === 0) return []
  const folder = temporaryFolder('traffic')
  const [api, traffic, report] = ['openapi.json', 'traffic.har', 'drift.json'].map((name) => join(folder.path, name))
  try {
    writeFileSync(`${api}`, JSON.stringify(bundle))
    writeFileSync(`${traffic}`, JSON.stringify(harOf(calls.map(({ shown }) => shown))))
    // The hosts are ours already.
    const where = server === undefined ? ['--match-mode', 'basepath'] : ['--server', server]
    // Below a warning are headers that no document names: those of every browser.
    const options = ['--format', 'json', '--min-severity', 'warning', '--traffic-format', 'har']
    const args = ['drift', `${traffic}`, '--api', `${api}`, ...options, ...where, '--output', `${report}`]
    const { output } = await redocly(args, folder.path)
    if (!existsSync(`${report}`)) throw noReport(output)
    const problems = listAt(JSON.parse(readFileSync(`${report}`, 'utf8')), 'problems')
    return problems.flatMap((problem) => remarkOf(problem, calls) ?? [])
  } finally {
    folder.remove()
  }
}

function noReport(output: string): CannotRunError {
  const reason = output.split('\n').find((line) => /error/i.test(line)) ?? 'it gave no reason'
  return new CannotRunError(`redocly drift could not judge the traffic: ${shortened(reason.trim())}`)
}

function remarkOf(problem: unknown, calls: readonly Call[]): Remark | undefined {
  const call = isObject(problem) ? calls[Number(problem.exchangeIndex)] : undefined
  const message = textAt(problem, 'message')
  if (!isObject(problem) || !call || message === undefined) return undefined
  const details = objectAt(problem, 'details')
  const operation = call.match.kind === 'operation' ? call.match.operation : undefined
  // Drift does not decode a path, and takes a literal segment that is encoded for a parameter.
  if (operation?.path !== textAt(details, 'operationPathTemplate')) return undefined
  const side = problem.target === 'response' ? 'response' : 'request'
  const times = Number(problem.occurrences)
  const pointer = pointerIn(problem, details)
  const [expected, got] = [textAt(details, 'expected'), textAt(details, 'actual')]
  return {
    id: `drift/${textAt(problem, 'ruleId') ?? 'rule'}`,
    severity: problem.severity === 'error' ? 'error' : 'warning',
    message: times > 1 ? `${message} (in ${times} entries, of which this is the first)` : message,
    side,
    ...(pointer !== undefined && { pointer }),
    ...(expected !== undefined && { expected: shortened(expected) }),
    ...(got !== undefined && { got: shortened(got) }),
    entry: call.shown,
    operation,
  }
}

function pointerIn({ dataPath }: JsonObject, details: JsonObject): string | undefined {
  const parameter = objectAt(details, 'parameter')
  const [place, name] = [textAt(parameter, 'in'), textAt(parameter, 'name')]
  if (place !== undefined && name !== undefined) return `#/${place}/${name}`
  return typeof dataPath === 'string' ? pointerOf(plainPointerTokens(dataPath)) : undefined
}
