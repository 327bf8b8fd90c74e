import { expect } from 'vitest'
import { ClientError, type ClientOptions } from '../../src/client/index.ts'
import { failure, fakeClock } from './fake-clock.ts'
import { petsClient } from './pets.ts'

/** With characters that JSON, HTML and URLs write in other ways. */
export const token = 'tok-"4f/9\\c&2<e>+7=d'
export const apiKey = 'key-"8a/1\\b&6<f>+3=c'
const spellings = [token, apiKey].flatMap((secret) => [
  secret,
  JSON.stringify(secret).slice(1, -1),
  JSON.stringify(JSON.stringify(secret).slice(1, -1)).slice(1, -1),
  JSON.stringify(secret).slice(1, -1).replaceAll('/', '\\/'),
  encodeURIComponent(secret),
  secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
  Buffer.from(secret).toString('base64'),
])

export function expectNoSecret(text: string): void {
  for (const spelling of spellings) expect(text).not.toContain(spelling)
}

/** A call with both secrets, and all that hooks and logger were told. */
export async function called(options: ClientOptions, body: object = { name: 'Rex', nested: [{ apiKey }] }) {
  const told: unknown[] = []
  const tell = (...facts: unknown[]) => void told.push(facts)
  const clock = fakeClock()
  const hooks = { onRequest: tell, onResponse: tell, onRetry: tell, logger: { debug: tell, warn: tell, error: tell } }
  const pets = petsClient({ clock, token, ...hooks, ...options })
  const error = await clock.run(failure(pets.replacePet('7', body)), { upTo: 10_000 })
  expect(error).toBeInstanceOf(ClientError)
  return { error: error as ClientError, told }
}

export const both = `${token} and ${apiKey}`
