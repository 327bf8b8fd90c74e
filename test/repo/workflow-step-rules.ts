import { type JsonObject, objectAt, textAt } from '../../src/document/json.ts'

/** What a step does that none of ours may do. */
export function brokenInStep(step: JsonObject, scripts: readonly string[]): string[] {
  const run = textAt(step, 'run')
  const isCheckout = textAt(step, 'uses')?.startsWith('actions/checkout@') ?? false
  const keepsToken = isCheckout && objectAt(step, 'with')['persist-credentials'] !== false
  return [
    ...(keepsToken ? ['the checkout keeps its token'] : []),
    ...(run === undefined ? [] : brokenInRun(run, scripts)),
  ]
}

/** What runs is a script of ours, so that a test, or anybody, can run the same; or it only says how the job ends. */
function brokenInRun(run: string, scripts: readonly string[]): string[] {
  const lines = run.trim().split('\n')
  return [
    ...(run.includes('${{') ? [`${run}: an expression inside run may hold a command`] : []),
    ...lines.filter((line) => !isOurs(line.trim(), scripts)).map((line) => `${line}: is no script of ours`),
  ]
}

function isOurs(line: string, scripts: readonly string[]): boolean {
  const script = /^npm (?:run )?([\w-]+)(?: -- (?:--[\w-]+(?: (?:"\$\w+"|[\w./=-]+))? ?)+)?$/.exec(line)?.[1]
  return /^(npm ci|exit [01])$/.test(line) || (script !== undefined && scripts.includes(script))
}
