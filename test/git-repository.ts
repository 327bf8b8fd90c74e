import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, temporaryFolder } from './workspace.ts'

/** A repository with our document in it, whose commits are made on the days that they are given. */
export function repository() {
  const folder = temporaryFolder()
  const git = (...args: string[]) => execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8', stdio: 'pipe' })
  const spec = join(folder, 'spec/openapi.yaml')
  cpSync(join(root, 'spec'), join(folder, 'spec'), { recursive: true })
  git('init', '--quiet', '--initial-branch', 'main')
  const commit = (day: string, tag?: string) => {
    const env = { ...process.env, GIT_AUTHOR_DATE: `${day}T12:00:00Z`, GIT_COMMITTER_DATE: `${day}T12:00:00Z` }
    const who = ['-c', 'user.name=A', '-c', 'user.email=a@example.com']
    git('add', '.')
    execFileSync('git', ['-C', folder, ...who, 'commit', '--quiet', '--message', 'A change'], { env })
    if (tag) git('tag', tag)
  }
  const edit = (from: string, to: string) => writeFileSync(spec, readFileSync(spec, 'utf8').replaceAll(from, to))
  return { folder, git, spec, commit, edit }
}
