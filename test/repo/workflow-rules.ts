import { parse } from 'yaml'
import { isObject, type JsonObject, listAt, objectAt, textAt } from '../../src/document/json.ts'

/** What a workflow does that none of ours may do: a line for each, with its place. */
export function brokenRules(text: string, scripts: readonly string[]): string[] {
  const workflow: JsonObject = parse(text)
  const jobs = Object.entries(objectAt(workflow, 'jobs')) as [string, JsonObject][]
  return [
    ...unpinned(text),
    ...('pull_request_target' in Object(workflow.on)
      ? ['on: pull_request_target runs with secrets on foreign code']
      : []),
    ...(isReadOnly(workflow.permissions) ? [] : ['permissions at the top may only read']),
    ...('concurrency' in workflow ? [] : ['concurrency is not said']),
    ...jobs.flatMap(([name, job]) => brokenInJob(name, job, scripts)),
  ]
}

/** Each action is pinned to a commit, with its tag beside it: a tag can be moved. */
function unpinned(text: string): string[] {
  const uses = [...text.matchAll(/^[\s-]*uses: *(.*)$/gm)].map(([, what = '']) => what)
  return uses
    .filter((what) => !/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(what))
    .map((what) => `${what} is not pinned`)
}

function isReadOnly(permissions: unknown): boolean {
  return isObject(permissions) && Object.values(permissions).every((value) => value === 'read' || value === 'none')
}

function brokenInJob(name: string, job: JsonObject, scripts: readonly string[]): string[] {
  const steps = listAt(job, 'steps').filter(isObject)
  return [
    ...(typeof job['timeout-minutes'] === 'number' ? [] : [`${name}: no timeout`]),
    ...(isObject(job.permissions) ? [] : [`${name}: no permissions of its own`]),
    ...steps.flatMap((step) => brokenInStep(step, scripts).map((rule) => `${name}: ${rule}`)),
  ]
}

function brokenInStep(step: JsonObject, scripts: readonly string[]): string[] {
  const run = textAt(step, 'run')
  const isCheckout = textAt(step, 'uses')?.startsWith('actions/checkout@') ?? false
  const keepsToken = isCheckout && objectAt(step, 'with')['persist-credentials'] !== false
  return [
    ...(keepsToken ? ['the checkout keeps its token'] : []),
    ...(run === undefined ? [] : brokenInRun(run, scripts)),
  ]
}

/** What runs is a script of ours, so that a test, or anybody, can run the same. */
function brokenInRun(run: string, scripts: readonly string[]): string[] {
  const lines = run.trim().split('\n')
  return [
    ...(run.includes('${{') ? [`${run}: an expression inside run may hold a command`] : []),
    ...lines.filter((line) => !isOurs(line.trim(), scripts)).map((line) => `${line}: is no script of ours`),
  ]
}

function isOurs(line: string, scripts: readonly string[]): boolean {
  const script = /^npm (?:run )?([\w-]+)(?: -- (?:--[\w-]+(?: "\$\w+")? ?)+)?$/.exec(line)?.[1]
  return line === 'npm ci' || (script !== undefined && scripts.includes(script))
}
