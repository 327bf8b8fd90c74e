import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { CannotRunError } from '../../report/cannot-run-error.ts'
import { contractDocument } from '../contract-document.ts'
import { prismTarget } from '../prism.ts'
import type { Target } from '../target.ts'
import { urlTarget } from '../url-target.ts'
import './provided.ts'

const ourSpec = fileURLToPath(new URL('../../../spec/openapi.yaml', import.meta.url))

/** Once per vitest process, however many slices it runs: reads the document, and starts Prism unless there is a URL. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const { CONTRACT_SPEC = ourSpec, CONTRACT_TARGET: url, CONTRACT_SEED = '1', CONTRACT_WAIT = '20' } = process.env
  const service = url ? fromEnvironment(url) : undefined
  const { bundle } = await contractDocument(CONTRACT_SPEC)
  const target = service ?? (await prismTarget(bundle))
  const { name, baseUrl, curlBaseUrl = baseUrl, state, token, meaning } = target
  const settings = { seed: Number(CONTRACT_SEED), waitMs: Number(CONTRACT_WAIT) * 1000 }
  provide('contract', { bundle, name, baseUrl, curlBaseUrl, state, meaning, ...settings, ...(token && { token }) })
  return target.stop
}

function fromEnvironment(url: string): Target {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    const remedy = 'give a URL with http or https, or leave it out for the embedded Prism'
    throw new CannotRunError(`CONTRACT_TARGET=${url} is no target: ${remedy}.`)
  }
  const { CONTRACT_TOKEN, CONTRACT_ALLOW_WRITES } = process.env
  return urlTarget({
    baseUrl: url.replace(/\/+$/, ''),
    state: CONTRACT_ALLOW_WRITES === '1' ? 'writable' : 'read-only',
    ...(CONTRACT_TOKEN && { token: CONTRACT_TOKEN }),
  })
}
