import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CannotRunError } from '../../src/report/cannot-run-error.ts'
import { reportFiles, writeReports } from '../../src/report/report-files.ts'
import { reporters } from '../../src/report/reporters.ts'
import { userFolder } from '../../src/report/user-folder.ts'
import { temporaryFolder } from '../workspace.ts'
import { sampleRun } from './sample-run.ts'

function refusalOf(action: () => unknown): CannotRunError {
  try {
    action()
  } catch (error) {
    if (error instanceof CannotRunError) return error
    throw error
  }
  throw new Error('nothing was refused')
}

function messageOf(action: () => unknown): string {
  return refusalOf(action).message
}

test('every format can be asked for, each with a file', () => {
  const folder = temporaryFolder()
  const values = reporters.map(({ id }) => `${id}=${join(folder, id)}`)
  expect(reportFiles(values)).toEqual(reporters.map((reporter) => ({ reporter, file: join(folder, reporter.id) })))
})

test('a path is the one that the user means, and may hold an equals sign', () => {
  const [report] = reportFiles(['json=package=1=2.json'])
  expect(report?.file).toBe(join(userFolder(), 'package=1=2.json'))
})

const formats = 'the formats are html, json, junit, markdown.'

test.each([
  ['an unknown format', 'xml=a', `--report xml=a names no format that exists; write FORMAT=FILE, ${formats}`],
  ['no format', '=a', `--report =a names no format that exists; write FORMAT=FILE, ${formats}`],
  ['nothing at all', '', `--report  names no format that exists; write FORMAT=FILE, ${formats}`],
  ['no file', 'json', '--report json names no file; write json=FILE.'],
  ['an empty file', 'json=', '--report json= names no file; write json=FILE.'],
])('%s is refused', (_, value, message) => {
  expect(messageOf(() => reportFiles([value]))).toBe(message)
})

test('a folder that is not there, a file that is a folder and a file for a folder are refused before the run', () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'file'), '')
  const refused = (path: string) => messageOf(() => reportFiles([`json=${join(folder, path)}`]))
  expect(refused('none/a.json')).toContain(`cannot be written: there is no folder ${join(folder, 'none')}.`)
  expect(refused('file/a.json')).toContain(`cannot be written: there is no folder ${join(folder, 'file')}.`)
  expect(refused('.')).toContain(`cannot be written: ${folder} is no file.`)
  expect(refused('a\0b')).toContain('cannot be written: ')
})

test('a folder in which nobody may write is refused before the run', ({ skip }) => {
  skip(process.getuid?.() === 0, 'root may write anywhere')
  const folder = temporaryFolder()
  chmodSync(folder, 0o500)
  expect(messageOf(() => reportFiles([`json=${join(folder, 'a.json')}`]))).toContain('cannot be written: EACCES')
})

test('the same file twice is refused, also by another way to it', () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'real'))
  symlinkSync(join(folder, 'real'), join(folder, 'link'))
  const message = `--report names ${join(folder, 'real/a')} more than once; each report needs a file of its own.`
  for (const other of ['real/a', 'real/../real/a', 'link/a'])
    expect(messageOf(() => reportFiles([`json=${join(folder, 'real/a')}`, `html=${join(folder, other)}`]))).toBe(
      message,
    )
})

test('everything that is wrong is said at once', () => {
  expect(messageOf(() => reportFiles(['xml=a', 'json=', 'html=b'])).split('\n')).toHaveLength(2)
})

test('reports are written over what was there, and nothing else is left in the folder', () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'a.json'), 'old')
  symlinkSync(join(folder, 'a.json'), join(folder, 'link.json'))
  const files = reportFiles([`json=${join(folder, 'link.json')}`, `markdown=${join(folder, 'b.md')}`])
  writeReports(files, sampleRun)
  expect(readdirSync(folder).sort()).toEqual(['a.json', 'b.md', 'link.json'])
  for (const { reporter, file } of files) expect(readFileSync(file, 'utf8')).toBe(reporter.render(sampleRun))
  expect(lstatSync(join(folder, 'link.json')).isSymbolicLink()).toBe(true)
  expect(readFileSync(join(folder, 'a.json'), 'utf8')).toContain('"seed": 42')
})

test('a report that cannot be written is named with the reason; the others are written, and no part of it stays', () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'gone'))
  const values = [`html=${join(folder, 'gone/a')}`, `json=${join(folder, 'taken')}`, `junit=${join(folder, 'c.xml')}`]
  const files = reportFiles(values)
  rmSync(join(folder, 'gone'), { recursive: true })
  mkdirSync(join(folder, 'taken'))
  const { message, cause } = refusalOf(() => writeReports(files, sampleRun))
  const [first, second, ...more] = message.split('\n')
  expect(first).toMatch(`Cannot write the report ${join(folder, 'gone/a')}: ENOENT`)
  expect(second).toMatch(`Cannot write the report ${join(folder, 'taken')}: EISDIR`)
  expect(more).toEqual([])
  expect(cause).toMatchObject({ code: 'ENOENT' })
  expect(readdirSync(folder).sort()).toEqual(['c.xml', 'taken'])
})

test('a report that cannot be made changes no file', () => {
  const folder = temporaryFolder()
  const [report] = reportFiles([`json=${join(folder, 'a.json')}`])
  const broken = {
    id: 'broken',
    render: () => {
      throw new TypeError('oops')
    },
  }
  const files = [...(report ? [report] : []), { reporter: broken, file: join(folder, 'b') }]
  expect(() => writeReports(files, sampleRun)).toThrow(TypeError)
  expect(readdirSync(folder)).toEqual([])
})
