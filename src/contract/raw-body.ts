import { isObject } from '../document/json.ts'
import type { MediaType, Model } from '../document/model.ts'
import { samples } from './sample.ts'

/** A body that is no JSON, as it is sent. */
export interface RawBody {
  readonly mediaType: string
  readonly text: string
}

const boundary = 'contract-boundary'

/** A body in a media type that is not JSON: a form of a sample's members, or a text. */
export function rawBody(model: Model, { mediaType, schema, examples }: MediaType): RawBody {
  const value = examples[0]?.value ?? samples(model, schema, 'all')[0]
  const members = Object.entries(isObject(value) ? value : {}).map(([name, part]) => [name, partText(part)] as const)
  if (mediaType.startsWith('application/x-www-form-urlencoded')) {
    return { mediaType, text: new URLSearchParams(members.map(([name, text]) => [name, text])).toString() }
  }
  if (mediaType.startsWith('multipart/')) {
    const parts = members.map(([name, text]) => `--${boundary}\r\n${disposition(name)}\r\n\r\n${text}\r\n`)
    return { mediaType: `${mediaType}; boundary=${boundary}`, text: `${parts.join('')}--${boundary}--\r\n` }
  }
  return { mediaType: mediaType.includes('*') ? 'text/plain' : mediaType, text: partText(value) }
}

function disposition(name: string): string {
  return `Content-Disposition: form-data; name="${encodeURIComponent(name)}"`
}

function partText(part: unknown): string {
  return typeof part === 'object' ? JSON.stringify(part) : String(part)
}
