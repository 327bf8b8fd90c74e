import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { CannotRunError } from '../../src/report/cannot-run-error.ts'
import { type ExitCode, exitOnSignals, runCommand, say } from '../../src/report/command.ts'
import { root, run } from '../workspace.ts'
import { catchOutput } from './catch-output.ts'

const usage = 'Usage: npm run odd'

/** What a command leaves behind in the process. */
async function resultOf(main: () => Promise<ExitCode>, ...args: readonly string[]) {
  const { argv, exitCode } = process
  const output = catchOutput()
  process.argv = [...argv.slice(0, 2), ...args]
  process.exitCode = undefined
  try {
    await runCommand(usage, main)
    return { code: process.exitCode, ...output }
  } finally {
    Object.assign(process, { argv, exitCode })
  }
}

function throwing(thrown: unknown): () => Promise<ExitCode> {
  return async () => {
    throw thrown
  }
}

describe('a command', () => {
  test.each([0, 1, 2, 3] as const)('ends with its own exit code %d, and adds nothing to what it says', async (code) => {
    expect(await resultOf(async () => code)).toEqual({ code, stdout: '', stderr: '' })
  })

  test('tells its usage where it is asked to, and does nothing else', async () => {
    const main = throwing(new Error('the command ran'))
    expect(await resultOf(main, 'a.json', '--help')).toEqual({ code: undefined, stdout: `${usage}\n`, stderr: '' })
  })

  test('ends with 2 when it could not run, with every finding', async () => {
    const findings = ['odd', 'even'].map((id) => ({ id, severity: 'error', message: 'A thing' }) as const)
    expect(await resultOf(throwing(new CannotRunError('No.', { findings })))).toEqual({
      code: 2,
      stdout: '',
      stderr: 'error odd\n  A thing\nerror even\n  A thing\nNo.\n',
    })
  })

  test.each([
    ['an option that it does not have', "Unknown option '--no'", { args: ['--no'] }],
    ['a word that it does not take', "Unexpected argument 'no'", { args: ['no'] }],
  ])('ends with 2 and its usage for %s', async (_, message, config) => {
    const { code, stdout, stderr } = await resultOf(async () => {
      parseArgs(config)
      return 0
    })
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr.startsWith(message)).toBe(true)
    expect(stderr.endsWith(`\n\n${usage}\n`)).toBe(true)
  })

  const bug = new TypeError('oops')
  const coded = Object.assign(new Error('oops'), { code: 'NO_ERR_PARSE_ARGS' })
  test.each([
    ['an error', bug, bug.stack],
    ['an error with a code of its own', coded, coded.stack],
    ['what is no error', 'oops', 'oops'],
    ['what only looks like an error of usage', { code: 'ERR_PARSE_ARGS' }, '[object Object]'],
  ])('ends with 3 for a bug that throws %s, and asks for a report', async (_, thrown, lines) => {
    expect(await resultOf(throwing(thrown))).toEqual({
      code: 3,
      stdout: '',
      stderr: `This is a bug; please report it with the lines below.\n${lines}\n`,
    })
  })
})

test('talk goes to the stream for it, a line at a time', () => {
  const output = catchOutput()
  say('One.')
  say('Two.')
  expect(output).toEqual({ stdout: '', stderr: 'One.\nTwo.\n' })
})

test.each([
  ['SIGHUP', 129],
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s ends the process with %d, until that is taken back', (signal, code) => {
  const exit = vi.spyOn(process, 'exit').mockImplementation(() => undefined as never)
  onTestFinished(() => exit.mockRestore())
  const before = process.listeners(signal)
  const takeBack = exitOnSignals()
  onTestFinished(takeBack)
  const added = process.listeners(signal).filter((listener) => !before.includes(listener))
  for (const listener of added) listener(signal)
  expect(exit.mock.calls).toEqual([[code]])
  takeBack()
  expect(process.listeners(signal)).toEqual(before)
})

describe('a process of its own', () => {
  const source = pathToFileURL(join(root, 'src/report/command.ts')).href

  function command(body: string) {
    const program = `
      import { exitOnSignals, runCommand } from '${source}'
      process.once('exit', () => process.stdout.write('cleared'))
      exitOnSignals()
      await runCommand('${usage}', async () => { ${body} })`
    return run(process.execPath, ['--input-type=module', '--eval', program])
  }

  test.each([
    ['the exit code of its command', 'return 1', 1, ''],
    ['3 for a bug', "throw new TypeError('oops')", 3, 'TypeError: oops'],
    ['143 on SIGTERM', "setInterval(() => {}, 1000); process.kill(process.pid, 'SIGTERM'); return 0", 143, ''],
  ])('ends with %s, after all that is due at its exit', async (_, body, code, said) => {
    const result = await command(body)
    expect(result).toEqual({ code, stdout: 'cleared', stderr: expect.stringContaining(said) })
  })
})
