import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { isWithoutBrowser, startBrowser } from '../browser.ts'
import { root } from '../workspace.ts'

const verdicts = `[v.createGatewayRequestBody({ name: 'a', zones: [], coreWeaveAuth: {}, pathBasedRouting: {} }), v.createGatewayRequestBody({})]`

const files: Record<string, [mediaType: string, text: string]> = {
  '/': ['text/html', '<!doctype html><title>Validators</title>'],
  '/validators.js': ['text/javascript', readFileSync(join(root, 'generated/validators.js'), 'utf8')],
  '/worker.js': ['text/javascript', `import * as v from './validators.js'\npostMessage(${verdicts})`],
}

/** Serves the files under a policy that lets no text be evaluated. */
async function served(): Promise<string> {
  const server = createServer(({ url = '' }, response) => {
    const [mediaType, text] = files[url] ?? ['text/plain', '']
    response.setHeader('content-type', mediaType)
    response.setHeader('content-security-policy', "default-src 'none'; script-src 'self'; worker-src 'self'")
    response.end(text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

describe.skipIf(isWithoutBrowser)('validators.js, in Chromium under a policy without unsafe-eval', () => {
  test('gives its verdicts in a page and in a worker', async () => {
    const { context, close } = await startBrowser()
    onTestFinished(close)
    const page = await context.newPage()
    await page.goto(await served())
    const isForbidden = await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'globalThis.ran = true'
      document.head.append(script)
      return !('ran' in globalThis)
    })
    expect(isForbidden).toBe(true)
    expect(await page.evaluate(`import('./validators.js').then((v) => ${verdicts})`)).toEqual([true, false])
    const inWorker = page.evaluate(
      () =>
        new Promise((resolve) =>
          new Worker('./worker.js', { type: 'module' }).addEventListener('message', ({ data }) => resolve(data)),
        ),
    )
    expect(await inWorker).toEqual([true, false])
  })
})
