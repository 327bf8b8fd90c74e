import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { runScript, temporaryFolder } from '../workspace.ts'

/** A document with a schema on a server of the test, whose text can change. */
async function remoteDocument() {
  const remote = { text: 'Pet: { type: object, properties: { name: { type: string } } }' }
  const server = createServer((_, response) => response.end(remote.text))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/pet.yaml`
  const folder = temporaryFolder()
  const schemas = { Pet: { $ref: `${url}#/Pet` } }
  const document = { openapi: '3.1.0', info: { title: 'Remote', version: '1' }, paths: {}, components: { schemas } }
  writeFileSync(join(folder, 'openapi.json'), JSON.stringify(document))
  const args = ['--spec', join(folder, 'openapi.json'), '--out', join(folder, 'out')]
  return { args, url, remote, out: join(folder, 'out') }
}

test('a remote reference is refused unless --allow-remote is given, and then is an input like any other', async () => {
  const { args, url, out } = await remoteDocument()
  const refused = await runScript('generate', args)
  expect(refused.stderr).toContain('copy it beside the document or pass --allow-remote')
  expect(refused.code).toBe(2)
  expect(await runScript('generate', [...args, '--allow-remote'])).toMatchObject({ code: 0 })
  expect(readFileSync(join(out, 'types.ts'), 'utf8')).toContain('name?: string')
  expect(JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')).inputs).toHaveProperty([url])
})

test('--check fetches a remote file again, because a manifest cannot tell whether it changed', async () => {
  const { args, remote } = await remoteDocument()
  await runScript('generate', [...args, '--allow-remote'])
  expect(await runScript('generate', [...args, '--allow-remote', '--check'])).toMatchObject({ code: 0, stdout: '' })
  remote.text = remote.text.replace('name:', 'title:')
  const { code, stdout, stderr } = await runScript('generate', [...args, '--allow-remote', '--check'])
  expect(stdout).toContain('types.ts: it differs from what the document gives')
  expect(stderr).toContain('--allow-remote')
  expect(code).toBe(1)
})
