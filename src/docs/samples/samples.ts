import type { Operation } from '../../document/model.ts'
import { type Names, namesFor } from '../../document/names.ts'
import type { Reference } from '../../document/reference.ts'
import { sampleClient } from './sample-client.ts'
import { sampleCurl } from './sample-curl.ts'
import { sampleFetch } from './sample-fetch.ts'
import { type SampleRequest, sampleRequest } from './sample-request.ts'
import { sampleValues } from './sample-values.ts'

/** One way of sending a request. */
export interface Sample {
  readonly id: 'curl' | 'typescript' | 'fetch'
  readonly title: string
  /** As Markdown and highlighters call it. */
  readonly language: 'sh' | 'ts' | 'js'
  readonly code: string
}

/** The request that the samples of an operation send, and the samples. */
export interface Sampled {
  readonly request: SampleRequest
  readonly samples: readonly Sample[]
}

/** Makes the samples of an operation of one document. */
export function sampler(reference: Reference): (operation: Operation) => Sampled {
  const values = sampleValues(reference)
  const names: Names = namesFor(reference)
  return (operation) => {
    const request = sampleRequest(reference, operation, values)
    const samples: readonly Sample[] = [
      { id: 'curl', title: 'curl', language: 'sh', code: sampleCurl(request) },
      {
        id: 'typescript',
        title: 'TypeScript',
        language: 'ts',
        code: sampleClient({ reference, operation, request, names }),
      },
      { id: 'fetch', title: 'fetch', language: 'js', code: sampleFetch(request) },
    ]
    return { request, samples }
  }
}
