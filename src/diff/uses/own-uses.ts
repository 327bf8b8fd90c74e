import { join } from 'node:path'
import { git } from '../../document/revisions/git.ts'
import { ours } from '../../generate/options.ts'
import type { Use } from './use.ts'

const usesFolder = 'test/uses'

/** What a release of this package showed its callers: the snippets of its README, and the uses that its tests compile. */
export async function ownUses(commit: string): Promise<Use[]> {
  const shown = async (path: string) => (await git(ours.root, 'show', `${commit}:${path}`)) ?? ''
  const listed = (await git(ours.root, 'ls-tree', '--name-only', commit, `${usesFolder}/`))?.split('\n') ?? []
  const files = listed.filter((path) => path.endsWith('.ts'))
  const tested = files.map(async (path) => ({
    ...{ name: path, operationId: undefined, file: join(ours.root, path) },
    code: await shown(path),
  }))
  const snippets = [...(await shown('README.md')).matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(([, code = '']) => code)
  return [
    ...snippets.map((code, index) => ({
      ...{ name: `snippet ${index + 1} of README.md`, operationId: undefined, code },
      file: join(ours.root, 'dist', `readme-${index + 1}.ts`),
    })),
    ...(await Promise.all(tested)),
  ]
}
