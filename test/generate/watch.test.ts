import { spawn } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { root, temporaryFolder } from '../workspace.ts'

test('a saved document is generated again, a broken one is reported, and the watch goes on', async () => {
  const folder = temporaryFolder()
  cpSync(join(root, 'spec'), folder, { recursive: true })
  const [spec, out] = [join(folder, 'openapi.yaml'), join(folder, 'out')]
  const child = spawn(process.execPath, [join(root, 'scripts/generate.ts'), '--watch', '--spec', spec, '--out', out])
  onTestFinished(() => void child.kill('SIGKILL'))
  let printed = ''
  let wake = () => {}
  child.stderr.on('data', (chunk) => {
    printed += chunk
    wake()
  })
  const sees = async (text: string) => {
    while (!printed.includes(text))
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    printed = printed.slice(printed.indexOf(text) + text.length)
  }
  const original = readFileSync(spec, 'utf8')

  await sees('waiting for changes')
  writeFileSync(spec, original.replace('summary: List gateways', 'summary: List all gateways'))
  await sees('types.ts')
  await sees('waiting for changes')
  expect(readFileSync(join(out, 'client.ts'), 'utf8')).toContain('List all gateways')

  writeFileSync(spec, `${original}broken: [\n`)
  await sees('has 1 problem')
  await sees('waiting for changes')
  writeFileSync(spec, original)
  await sees('changed.')
  expect(readFileSync(join(out, 'client.ts'), 'utf8')).toContain('   * List gateways\n')

  child.kill('SIGINT')
  await expect(new Promise((resolve) => child.once('close', resolve))).resolves.toBe(0)
})
