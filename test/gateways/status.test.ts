import { describe, expect, test } from 'vitest'
import { gatewayStatus, isFailed, isReady } from '../../src/index.ts'

/** What may stand for a status, the name that it has, and whether it is ready and failed. */
const rows: [unknown, unknown, boolean, boolean][] = [
  ['STATUS_READY', 'STATUS_READY', true, false],
  ['READY', 'STATUS_READY', true, false],
  ['ready', 'STATUS_READY', true, false],
  ['Ready', 'STATUS_READY', true, false],
  ['status_ready', 'STATUS_READY', true, false],
  ['STATUS_FAILED', 'STATUS_FAILED', false, true],
  ['failed', 'STATUS_FAILED', false, true],
  ['CREATING', 'STATUS_CREATING', false, false],
  ['updating', 'STATUS_UPDATING', false, false],
  ['Deleting', 'STATUS_DELETING', false, false],
  ['ERROR', 'STATUS_ERROR', false, false],
  ['UNSPECIFIED', 'STATUS_UNSPECIFIED', false, false],
  [0, 'STATUS_UNSPECIFIED', false, false],
  ['STATUS_PAUSED', 'STATUS_PAUSED', false, false],
  ['paused', 'paused', false, false],
  [4711, 4711, false, false],
  [-1, -1, false, false],
]

describe('a status', () => {
  test.each(rows)('%j is %j', (value, name, ready, failed) => {
    const status = value as string | number
    expect([gatewayStatus(status), isReady(status as never), isFailed(status as never)]).toEqual([name, ready, failed])
    const gateway = { status: { status } }
    expect([gatewayStatus(gateway), isReady(gateway), isFailed(gateway)]).toEqual([name, ready, failed])
  })

  const nothing: unknown[] = [
    undefined,
    null,
    {},
    { status: undefined },
    { status: null },
    { status: {} },
    { status: { status: null } },
  ]
  test.each(nothing)('that is left out is unspecified, for zero values are: %j', (value) => {
    expect(gatewayStatus(value as never)).toBe('STATUS_UNSPECIFIED')
    expect([isReady(value as never), isFailed(value as never)]).toEqual([false, false])
  })

  const strange: unknown[] = [
    '',
    ' ',
    '__proto__',
    'constructor',
    'toString',
    'STATUS_',
    {},
    [],
    Number.NaN,
    Infinity,
    1.5,
    true,
    7n,
    Symbol('ready'),
    () => 'ready',
    { status: { status: [] } },
  ]
  test.each(strange)('that nobody knows is neither ready nor failed, and no exception: %o', (value) => {
    for (const one of [value, { status: { status: value } }]) {
      expect(() => gatewayStatus(one as never)).not.toThrow()
      expect([isReady(one as never), isFailed(one as never)]).toEqual([false, false])
    }
  })
})
