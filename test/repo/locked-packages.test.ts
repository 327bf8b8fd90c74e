import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../workspace.ts'

const benches = globSync('bench/*/package.json', { cwd: join(root, 'scripts') }).map((file) => dirname(file))

test.each([...benches.sort(), 'mutants', 'runtimes'])(
  'what scripts/%s installs is locked: exact versions, a checksum for each, and no address',
  (command) => {
    const folder = join(root, 'scripts', command)
    const { devDependencies, optionalDependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    for (const version of Object.values({ ...devDependencies, ...optionalDependencies }))
      expect(version).toMatch(/^(npm:[a-z\d-]+@)?\d+\.\d+\.\d+$/)
    const { packages } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'))
    for (const [name, entry] of Object.entries<Record<string, unknown>>(packages)) {
      expect(entry, name).not.toHaveProperty('resolved')
      // What comes inside of another package is covered by that one's checksum.
      if (name !== '' && !entry.inBundle) expect(entry.integrity, name).toMatch(/^sha512-/)
    }
  },
)
