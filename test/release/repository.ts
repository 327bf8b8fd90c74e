import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type CommandResult, root, run, temporaryFolder } from '../workspace.ts'

/** A copy of this repository with one commit, and an npm and a gh that only write down what they are asked. */
export interface Repository {
  readonly folder: string
  readonly release: (args: readonly string[], env?: Readonly<Record<string, string>>) => Promise<CommandResult>
  readonly git: (...args: readonly string[]) => string
  /** What npm and gh were asked, a line each. */
  readonly asked: () => string[]
  readonly replace: (file: string, from: string, to: string) => void
}

const sources = ['package.json', 'package-lock.json', 'CHANGELOG.md', '.gitignore', 'spec', 'scripts', 'src']

export function repository(): Repository {
  const folder = temporaryFolder()
  for (const name of sources) cpSync(join(root, name), join(folder, name), { recursive: true })
  // What it says of the version depends on the tags of the original.
  rmSync(join(folder, 'scripts/diff.ts'), { force: true })
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ ...manifest, repository: 'github:example/gateways' }, null, 2),
  )
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: folder, encoding: 'utf8' })
  git('init', '--quiet')
  writeFileSync(join(folder, '.git/info/exclude'), 'node_modules\n')
  git('add', '.')
  commit(git)
  const programs = temporaryFolder()
  const log = join(programs, 'log')
  for (const [name, text] of Object.entries(fakes)) fake(join(programs, name), text)
  const path = [programs, process.env.PATH].join(delimiter)
  return {
    folder,
    git,
    release: (args, env = {}) =>
      run(process.execPath, [join(folder, 'scripts/release.ts'), ...args], {
        cwd: folder,
        env: { PATH: path, LOG: log, ...env },
      }),
    asked: () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []),
    replace: (file, from, to) => {
      const text = readFileSync(join(folder, file), 'utf8')
      writeFileSync(join(folder, file), text.replaceAll(from, to))
      commit(git)
    },
  }
}

function commit(git: Repository['git']): void {
  git('-c', 'user.name=test', '-c', 'user.email=test@example.com', 'commit', '--quiet', '--all', '-m', 'A change')
}

function fake(file: string, text: string): void {
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, `#!/bin/sh\necho "$(basename "$0") $*" >> "$LOG"\n${text}`)
  chmodSync(file, 0o755)
}

const fakes = {
  npm: `case "$1" in
  pack) mkdir -p dist/package && cp package.json dist/package/ && tar -czf "$3/packed-1.tgz" -C dist package ;;
  sbom) echo '{"bomFormat":"CycloneDX"}' ;;
  view) [ -n "$PUBLISHED" ] && echo "$PUBLISHED" || { echo 'npm error code E404' >&2; exit 1; } ;;
  publish) exit "\${NPM_CODE:-0}" ;;
esac
`,
  gh: `case "$2" in
  view) [ -n "$RELEASED" ] || { echo 'release not found' >&2; exit 1; } ;;
  create) exit "\${GH_CODE:-0}" ;;
esac
`,
}
