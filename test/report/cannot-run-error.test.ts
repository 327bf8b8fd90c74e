import { expect, test } from 'vitest'
import { CannotRunError } from '../../src/report/cannot-run-error.ts'

test('the error can be told from others by its name and code', () => {
  const error = new CannotRunError('No document.')
  expect(error).toBeInstanceOf(Error)
  expect({ ...error, message: error.message }).toEqual({
    name: 'CannotRunError',
    code: 'cannot-run',
    message: 'No document.',
    findings: [],
  })
  expect('cause' in error).toBe(false)
})

test('the error carries what was found and what led to it', () => {
  const findings = [{ id: 'odd', severity: 'error', message: 'An odd thing' }] as const
  const cause = new TypeError('oops')
  const error = new CannotRunError('No document.', { findings, cause })
  expect(error.findings).toBe(findings)
  expect(error.cause).toBe(cause)
})
