import { spawn } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { root, temporaryFolder } from '../workspace.ts'

/** Starts watching a copy of our document. `sees` waits until the command has printed a text, after what it saw before. */
function watching(...options: string[]) {
  const folder = join(temporaryFolder(), 'spec')
  cpSync(join(root, 'spec'), folder, { recursive: true })
  const [spec, out] = [join(folder, 'openapi.yaml'), join(folder, 'out')]
  const args = [join(root, 'scripts/generate.ts'), '--watch', '--spec', spec, '--out', out, ...options]
  const child = spawn(process.execPath, args)
  onTestFinished(() => void child.kill('SIGKILL'))
  let printed = ''
  let wake = () => {}
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
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
  return { child, folder, spec, out, sees, original: readFileSync(spec, 'utf8') }
}

test('a saved document is generated again, a broken one is reported, and the watch goes on', async () => {
  const { child, spec, out, sees, original } = watching()
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

test('a folder that goes is reported, and watched again when it comes back, as it was or another', async () => {
  const { folder, spec, sees, original } = watching()
  await sees('waiting for changes')
  renameSync(folder, `${folder}-aside`)
  await sees('there is no such file')
  await sees('waiting for changes')
  renameSync(`${folder}-aside`, folder)
  await sees('none changed')
  await sees('waiting for changes')

  cpSync(folder, `${folder}-copy`, { recursive: true })
  rmSync(folder, { recursive: true })
  renameSync(`${folder}-copy`, folder)
  await sees('none changed')
  await sees('waiting for changes')
  writeFileSync(spec, original.replace('summary: List gateways', 'summary: List all gateways'))
  await sees('client.ts')
})

test('with --check it compares after every change, and writes nothing', async () => {
  const { spec, folder, sees, original } = watching('--check')
  await sees('generated-file-missing')
  await sees('waiting for changes')
  writeFileSync(spec, `${original}\n`)
  await sees('generated-file-missing')
  expect(readdirSync(folder)).not.toContain('out')
})
