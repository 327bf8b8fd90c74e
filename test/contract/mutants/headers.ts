import { errors, type Mutant, responses, shown } from './plant.ts'

const everything = [...shown, 'parameters', 'other'] as const

/** Headers and media types that are missing or wrong. */
export const headers: readonly Mutant[] = [
  {
    id: 'method-not-allowed-without-allow',
    caughtBy: 'missing-allow-header',
    plant: errors((response) => {
      const { allow: _, Allow: __, ...rest } = response.headers
      return { ...response, headers: rest }
    }),
  },
  {
    id: 'no-media-type',
    caughtBy: 'undocumented-media-type',
    plant: responses(everything, (response) => {
      const { 'content-type': _, ...rest } = response.headers
      return { ...response, headers: rest }
    }),
  },
  {
    id: 'json-as-text',
    caughtBy: 'undocumented-media-type',
    plant: responses(['get'], (response) => ({
      ...response,
      headers: { ...response.headers, 'content-type': 'text/plain' },
    })),
  },
  {
    id: 'errors-as-html',
    caughtBy: 'undocumented-media-type',
    plant: errors(({ status }) => ({ status, headers: { 'content-type': 'text/html' }, body: '<h1>Error</h1>' })),
  },
  {
    id: 'errors-as-problem-json',
    caughtBy: 'undocumented-media-type',
    plant: errors((response) => ({
      ...response,
      headers: { ...response.headers, 'content-type': 'application/problem+json' },
    })),
  },
]
