/** Orders versions from the newest to the oldest (SemVer 2.0.0, section 11): a release comes after its pre-releases. */
export function newestFirst(a: string, b: string): number {
  const [[coreA, preA], [coreB, preB]] = [parts(a), parts(b)]
  const byCore = compared(coreB, coreA)
  if (byCore !== 0 || preA === preB) return byCore
  if (preA === '') return -1
  return preB === '' ? 1 : compared(preB, preA)
}

function parts(version: string): [core: string, pre: string] {
  const [core = '', ...pre] = version.split('-')
  return [core, pre.join('-')]
}

function compared(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true })
}
