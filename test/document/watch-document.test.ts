import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { watchDocument } from '../../src/document/watch-document.ts'
import { temporaryFolder } from '../workspace.ts'

test('a watch that is stopped during a call watches nothing after it', async () => {
  const folder = temporaryFolder()
  const spec = join(folder, 'openapi.yaml')
  writeFileSync(spec, '')
  const watches = () => process.getActiveResourcesInfo().filter((name) => name === 'FSEventWrap').length
  const before = watches()
  const call = Promise.withResolvers<void>()
  const stop = watchDocument(spec, join(folder, 'generated'), () => call.promise)
  expect(watches()).toBe(before + 1)
  stop()
  call.resolve()
  await expect.poll(watches).toBe(before)
})
