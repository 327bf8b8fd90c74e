import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root, run, temporaryFolder } from '../workspace.ts'

/** What is copied besides the sources; none of it is made by a command. */
const notCopied = new Set(['.git', 'node_modules', 'dist', 'coverage'])

interface Block {
  readonly kind: 'diff' | 'sh' | 'text'
  readonly text: string
}

/** The blocks of the section that leads one change from edit to release, in their order. */
function blocks(): Block[] {
  const contributing = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8')
  const [, section = ''] = /^## A change, from edit to release\n([\s\S]*?)^## /m.exec(contributing) ?? []
  return [...section.matchAll(/^(`{3,})(diff|sh|text)\n([\s\S]*?)^\1$/gm)].map(([, , kind, text = '']) => ({
    kind: kind as Block['kind'],
    text,
  }))
}

/** This repository as it stands, with one commit, which is the last release. */
async function releasedCopy() {
  const folder = join(temporaryFolder(), 'repository')
  for (const name of readdirSync(root).filter((one) => !notCopied.has(one)))
    cpSync(join(root, name), join(folder, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const env = {
    ...{ GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@example.com' },
    ...{ GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@example.com' },
  }
  const shell = (command: string) => run('sh', ['-c', command], { cwd: folder, env })
  expect(await shell('git init --quiet --initial-branch main')).toMatchObject({ code: 0 })
  writeFileSync(join(folder, '.git/info/exclude'), 'node_modules\n')
  expect(await shell('git add . && git commit --quiet --message first && git tag v0.1.0')).toMatchObject({ code: 0 })
  return { folder, shell }
}

// The patches fit one state of the document, so that this fails when they do no more.
test('the worked example of CONTRIBUTING.md runs as it is written, from edit to release', {
  timeout: 600_000,
}, async () => {
  const { folder, shell } = await releasedCopy()
  let said = ''
  const codes: (number | null)[] = []
  for (const { kind, text } of blocks()) {
    if (kind === 'diff') {
      writeFileSync(join(folder, '.git/change.diff'), text)
      expect(await shell('git apply .git/change.diff')).toMatchObject({ code: 0, stderr: '' })
    } else if (kind === 'sh') {
      said = ''
      for (const line of text.trim().split('\n')) {
        const { code, stdout, stderr } = await shell(line)
        said += stdout + stderr
        codes.push(code)
      }
    } else for (const line of text.trim().split('\n')) expect(said).toContain(line)
  }
  // The change that hurts, and the version that is not carried yet.
  expect(codes).toEqual([0, 1, 1, 0, 0, 0, 0, 0])
})
