// Run as `node verdicts.js NAME`; writes what the program takes against the document, and what it refuses, as JSON.

import { valid } from './gateways.js'

const { verdict } = await import(`./${process.argv[2]}.js`)
const spec = (change) => ({ ...valid, spec: { ...valid.spec, ...change } })
const status = (change) => ({ ...valid, status: { ...valid.status, ...change } })

const wrong = {
  'a list as an object': spec({ coreWeaveAuth: [] }),
  'null as an object': spec({ coreWeaveAuth: null }),
  'a text as a list': spec({ zones: 'US-EAST-04A' }),
  'a number in a list of texts': spec({ zones: [1] }),
  'a truth as a text': spec({ organizationId: true }),
  'a text that is no UUID': spec({ id: 'support-chat' }),
  'too long a text': spec({ name: 'x'.repeat(39) }),
  'too many items': spec({ endpointConfiguration: { allowedSourceIpRanges: Array(51).fill('10.0.0.0/8') } }),
  'an empty text': status({ status: '' }),
  'fractions as integers': status({ status: 1.5 }),
  'integers beyond 32 bits': status({ status: 2 ** 40 }),
  'a day as a moment': status({ createdAt: '2026-05-06' }),
  'a moment without an offset': status({ createdAt: '2026-05-06T09:30:00' }),
  '30 February': status({ createdAt: '2026-02-30T09:30:00Z' }),
  'any text as a URI reference': status({ endpoints: ['https://example.com/a b'] }),
}

const right = {
  'an empty gateway': {},
  'members that are not described': spec({ more: 1 }),
  'a number for a state': status({ status: 4 }),
  'the nil UUID': spec({ id: '00000000-0000-0000-0000-000000000000' }),
  'a UUID of no known version': spec({ id: '5f0c7f4e-8a51-0c1e-0f1d-3d1a0a3a7b10' }),
  '38 signs of two units each': spec({ name: '🦊'.repeat(38) }),
  'a moment with an offset': status({ createdAt: '2026-05-06T09:30:00.25+02:00' }),
  'a moment in small letters': status({ createdAt: '2026-05-06t09:30:00z' }),
  'a leap second': status({ createdAt: '2016-12-31T23:59:60Z' }),
  'a relative reference': status({ endpoints: ['/v1'] }),
}

const judged = (values, verdictOfAll) => Object.keys(values).filter((what) => verdict(values[what]) === verdictOfAll)
process.stdout.write(JSON.stringify({ takes: judged(wrong, true), refuses: judged(right, false) }))
