import { dirname, join } from 'node:path'
import { git } from '../../document/revisions/git.ts'

/**
 * The day on which the files of a document last changed (`2026-05-06`, UTC), by their git history. Undefined where there is
 * no history, where it was cut off (a shallow clone would name the day of its one commit), and while they are edited.
 */
export async function lastModified(
  spec: string,
  inputs: readonly { readonly name: string }[],
): Promise<string | undefined> {
  const folder = dirname(spec)
  const files = inputs.map(({ name }) => join(folder, name))
  const [isShallow, edited, seconds] = await Promise.all([
    git(folder, 'rev-parse', '--is-shallow-repository'),
    git(folder, 'status', '--porcelain', '--', ...files),
    git(folder, 'log', '-1', '--format=%ct', '--', ...files),
  ])
  if (isShallow !== 'false' || edited !== '' || !seconds) return undefined
  return new Date(Number(seconds) * 1000).toISOString().slice(0, 10)
}
