import { parse } from 'yaml'
import { isObject, type JsonObject, listAt, objectAt, textAt } from '../../src/document/json.ts'
import { brokenInStep } from './workflow-step-rules.ts'

/** What a workflow is judged by. */
export interface Allowed {
  readonly scripts: readonly string[]
  /** Job → what it alone may write. */
  readonly writes: Readonly<Record<string, readonly string[]>>
}

/** What a workflow does that none of ours may do: a line for each, with its place. */
export function brokenRules(text: string, allowed: Allowed): string[] {
  const workflow: JsonObject = parse(text)
  const jobs = Object.entries(objectAt(workflow, 'jobs')) as [string, JsonObject][]
  return [
    ...unpinned(text),
    ...('pull_request_target' in Object(workflow.on)
      ? ['on: pull_request_target runs with secrets on foreign code']
      : []),
    ...(isReadOnly(workflow.permissions) ? [] : ['permissions at the top may only read']),
    ...brokenConcurrency(workflow),
    ...jobs.flatMap(([name, job]) => brokenInJob(name, job, allowed)),
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

/** A called workflow sees the name and the ref of its caller: a group made of them is the caller's, and waits for itself. */
function brokenConcurrency(workflow: JsonObject): string[] {
  const group = textAt(objectAt(workflow, 'concurrency'), 'group')
  if (group === undefined) return ['concurrency is not said']
  const isCalled = 'workflow_call' in Object(workflow.on)
  return isCalled && /github\.(workflow|ref)/.test(group) ? ['concurrency: the group is that of the caller'] : []
}

function written({ permissions }: JsonObject): string[] {
  if (!isObject(permissions)) return []
  return Object.entries(permissions).flatMap(([scope, value]) => (value === 'write' ? [scope] : []))
}

function brokenInJob(name: string, job: JsonObject, { scripts, writes }: Allowed): string[] {
  const steps = listAt(job, 'steps').filter(isObject)
  return [
    ...(typeof job['timeout-minutes'] === 'number' ? [] : [`${name}: no timeout`]),
    ...(isObject(job.permissions) ? [] : [`${name}: no permissions of its own`]),
    ...written(job)
      .filter((scope) => !writes[name]?.includes(scope))
      .map((scope) => `${name}: may not write ${scope}`),
    ...steps.flatMap((step) => brokenInStep(step, scripts).map((rule) => `${name}: ${rule}`)),
  ]
}
