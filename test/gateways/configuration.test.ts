import { describe, expect, test } from 'vitest'
import * as bare from '../../src/bare.ts'
import * as full from '../../src/index.ts'
import { traces } from '../client/traces.ts'

/** Options that cannot be meant; each has a secret where none belongs. */
const wrong: [string, unknown][] = [
  ['a token for the options', 'CW-SECRET-x'],
  ['null', null],
  ['a number', 7],
  ['validate that is a symbol', { validate: Symbol('CW-SECRET') }],
  ['a base URL with a password and a space', { baseUrl: 'https://user:hunter2secret@exa mple.com' }],
  ['a base URL with a user and a port that is none', { baseUrl: 'https://CW-SECRET@h:99999' }],
  ['a token for the base URL', { baseUrl: 'CW-SECRET-token' }],
  ['a token for a time', { timeoutMs: 'CW-SECRET' }],
  ['a token for a limit', { maxResponseBytes: 'CW-SECRET' }],
  ['a token for the retries', { retry: 'CW-SECRET' }],
  ['a token for a number of attempts', { retry: { attempts: 'CW-SECRET' } }],
  ['a token for a function', { fetch: 'CW-SECRET' }],
  ['a token that no header holds for the user agent', { userAgent: 'CW-SECRET\n' }],
]

describe.each([
  ['the client', full.createGatewaysClient],
  ['the bare client', bare.createGatewaysClient],
])('%s is not made with options that cannot be meant, and shows none of them', (_, create) => {
  test.each(wrong)('%s', (_, options) => {
    const error = thrownBy(() => create(options as object))
    expect(error).toBeInstanceOf(full.ConfigurationError)
    expect(traces(error)).not.toMatch(/CW-SECRET|hunter2secret/i)
  })
})

function thrownBy(make: () => unknown): unknown {
  try {
    make()
  } catch (error) {
    return error
  }
  throw new Error('Nothing was thrown.')
}

test.each([
  [null, 'options must be an object, not null'],
  [{ token: '' }, 'token must be a token that is not empty, or left out to send none, not string'],
  [{ token: undefined }, 'token must be a token that is not empty, or left out to send none, not undefined'],
  [{ maxResponseBytes: 0 }, 'maxResponseBytes must be a number above 0, not 0'],
  [{ retry: null }, 'retry must be an object or false, not null'],
  [{ userAgent: 'ü\n' }, 'userAgent must be a header value, not string'],
  [{ validate: 'some' }, 'validate must be off, requests or all, not string'],
])('the message names the option, what it may be and what was given: %j', (options, message) => {
  expect(thrownBy(() => full.createGatewaysClient(options as object))).toMatchObject({
    message: `The option ${message}`,
  })
})
