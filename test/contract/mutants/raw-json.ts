import type { SandboxResponse } from '../../../src/sandbox/handler.ts'
import { type Action, type Mutant, responses, withBody } from './plant.ts'

const reads: readonly Action[] = ['get', 'list', 'parameters', 'create']

const text = (edit: (text: string) => string | Uint8Array) =>
  responses(reads, (response: SandboxResponse) => {
    if (response.status > 299) return response
    const body = typeof response.body === 'string' ? response.body : new TextDecoder().decode(response.body)
    const { body: _, ...rest } = withBody(response, '')
    return { ...rest, body: edit(body) }
  })

/** Bodies that a lenient parser would read and a strict one would not. */
export const rawJson: readonly Mutant[] = [
  {
    id: 'member-named-twice',
    caughtBy: 'unsound-json',
    plant: text((body) => body.replace(/^\{/, '{"gateway":{},"zones":[],"items":[],')),
  },
  {
    id: 'inner-member-named-twice',
    caughtBy: 'unsound-json',
    plant: text((body) => body.replace('"spec":{', '"spec":{"name":"other",')),
  },
  { id: 'two-values', caughtBy: 'unsound-json', plant: text((body) => `${body}\n${body}`) },
  { id: 'comma-at-the-end', caughtBy: 'unsound-json', plant: text((body) => body.replace(/\}$/, ',}')) },
  { id: 'byte-order-mark', caughtBy: 'unsound-json', plant: text((body) => `\ufeff${body}`) },
  {
    id: 'not-utf-8',
    caughtBy: 'unsound-json',
    plant: text((body) => new Uint8Array(Buffer.from(body.replace(/"([a-z])/i, '"\u00e9$1'), 'latin1'))),
  },
  { id: 'cut-short', caughtBy: 'unsound-json', plant: text((body) => body.slice(0, -1)) },
  { id: 'script-before-the-value', caughtBy: 'unsound-json', plant: text((body) => `)]}'\n${body}`) },
]
