import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { root, run } from '../workspace.ts'

const source = (file: string) => pathToFileURL(join(root, 'src/report', file)).href

/** Runs a command of the given body in a process of its own. */
function command(body: string, ...args: string[]) {
  const program = `
    import { runCommand } from '${source('command.ts')}'
    import { CannotRunError } from '${source('cannot-run-error.ts')}'
    import { runStages } from '${source('stages.ts')}'
    import { parseArgs } from 'node:util'
    const findings = [{ id: 'odd', severity: 'error', message: 'an odd thing' }]
    await runCommand('Usage: npm run odd', async () => { ${body} })`
  return run(process.execPath, ['--input-type=module', '--eval', program, '--', ...args])
}

test.each([
  ['its own', 'return 1', 1, ''],
  ['2 when it could not run, with every finding', "throw new CannotRunError('No.', { findings })", 2, 'error odd'],
  ['2 with its usage for an option that it does not have', "parseArgs({ args: ['--no'] })", 2, 'Usage: npm run odd'],
  ['3 for a bug, and asks for a report', "throw new TypeError('oops')", 3, 'This is a bug; please report it'],
])('a command ends with exit code %s', async (_, body, code, said) => {
  const result = await command(body)
  expect(result).toMatchObject({ code, stdout: '', stderr: expect.stringContaining(said) })
})

test('stages all run, also after one that found something, whose details are shown; the exit code is then 1', async () => {
  const { code, stdout, stderr } = await command(`return runStages([
    { name: 'first', run: async () => ({ ok: false, summary: 'see below', details: 'what it found' }) },
    { name: 'second', run: async () => ({ ok: true, summary: 'fine', details: 'not shown' }) },
  ])`)
  expect(stderr.replaceAll(/\d+\.\d s/g, 'T s')).toBe(
    'FAIL first       T s  see below\nok   second      T s  fine\n1 of 2 stages failed in T s\n',
  )
  expect({ code, stdout }).toEqual({ code: 1, stdout: 'what it found\n' })
})
