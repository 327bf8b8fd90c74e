import { describe, expect, test } from 'vitest'
import {
  type ClientOptions,
  ValidationError,
  type Validator,
  type ValidatorError,
  validation,
} from '../../src/client/index.ts'
import { failure, fakeClock } from './fake-clock.ts'
import { petsClient, reply, stubFetch } from './pets.ts'
import { traces } from './traces.ts'

/** A validator as ajv writes them: errors are left on it. */
function validator(errorsOf: (value: Record<string, unknown>) => readonly ValidatorError[]): Validator {
  const validate: Validator = (value) => {
    const errors = errorsOf(value as Record<string, unknown>)
    validate.errors = errors.length > 0 ? errors : null
    return errors.length === 0
  }
  return validate
}

const long = {
  keyword: 'maxLength',
  instancePath: '/name',
  params: { limit: 8 },
  message: 'must NOT have more than 8 characters',
}
const missing = (name: string): ValidatorError => ({
  ...{ keyword: 'required', instancePath: '', params: { missingProperty: name } },
  message: `must have required property '${name}'`,
})
const choice: ValidatorError[] = [
  missing('indoor'),
  missing('outdoor'),
  {
    keyword: 'oneOf',
    instancePath: '',
    params: { passingSchemas: null },
    message: 'must match exactly one schema in oneOf',
  },
]

const named = validator(({ name, kind }) => [
  ...(typeof name === 'string' && name.length > 8 ? [long] : []),
  ...(kind === 'none' ? choice : []),
  ...(kind === undefined && name === '' ? [missing('kind'), missing('name')] : []),
])
const validators = {
  createPet: { requestBody: named, responses: { 200: named } },
  getPet: {
    parameters: validator((value) => {
      const { petId } = value.path as { petId: string }
      return petId === '8'
        ? [{ keyword: 'pattern', instancePath: '/path/petId', params: {}, message: 'must match' }]
        : []
    }),
    responses: { '2XX': named },
  },
}
const tooLong = { name: 'Maximilian' }
const withKey = { ...tooLong, apiKey: 'a-secret-key' }

function pets(options: ClientOptions, answer: unknown = { name: 'Rex' }) {
  const { fetch, sent } = stubFetch([reply(200, answer)])
  return { client: petsClient({ clock: fakeClock(), fetch, validation: validation(validators), ...options }), sent }
}

describe('a request that breaks the document', () => {
  test.each([undefined, 'requests', 'all'] as const)('is not sent with validate: %s', async (validate) => {
    const { client, sent } = pets({ validate })
    const error = await failure(client.createPet(tooLong))
    expect(error).toBeInstanceOf(ValidationError)
    expect(error).toMatchObject({
      ...{ code: 'validation', operationId: 'createPet', direction: 'request', attempts: 0 },
      ...{ pointer: '/name', keyword: 'maxLength', violations: [{ pointer: '/name', keyword: 'maxLength' }] },
      message: expect.stringContaining('/name'),
    })
    expect((error as ValidationError).body).toBeUndefined()
    expect(sent).toEqual([])
  })

  test('is sent with validate: off, and without validators', async () => {
    for (const options of [{ validate: 'off' } as const, { validation: undefined }]) {
      const { client, sent } = pets(options)
      await expect(client.createPet(tooLong)).resolves.toEqual({ name: 'Rex' })
      expect(sent.map(({ text }) => text)).toEqual([JSON.stringify(tooLong)])
    }
  })

  test('in a parameter is told by its place', async () => {
    const { client, sent } = pets({})
    const error = await failure(client.getPet('8'))
    expect(error).toMatchObject({ direction: 'request', pointer: '/path/petId', keyword: 'pattern' })
    expect(sent).toEqual([])
  })

  test('is told without the values that it holds', async () => {
    const error = await failure(pets({}).client.createPet(withKey))
    expect(traces(error)).not.toMatch(/a-secret-key|Maximilian/)
  })
})

test('a one-of that failed is one sentence that names its members', async () => {
  const error = (await failure(pets({}).client.createPet({ kind: 'none' }))) as ValidationError
  expect(error.violations).toHaveLength(1)
  expect(error).toMatchObject({ keyword: 'oneOf', pointer: '' })
  expect(error.message).toMatch(/exactly one of.*indoor.*outdoor/)
  expect(error.message).not.toMatch(/schema/)
})

test('all violations are told where there are several', async () => {
  const error = (await failure(pets({}).client.createPet({ name: '' }))) as ValidationError
  expect(error.violations.map(({ keyword }) => keyword)).toEqual(['required', 'required'])
  expect(error.message).toContain('kind')
})

describe('an answer that breaks the document', () => {
  test.each([undefined, 'requests', 'off'] as const)('is taken with validate: %s', async (validate) => {
    await expect(pets({ validate }, tooLong).client.getPet('7')).resolves.toEqual(tooLong)
  })

  test('is a ValidationError with validate: all, which holds the answer but does not print it', async () => {
    const { client, sent } = pets({ validate: 'all' }, tooLong)
    const error = (await failure(client.getPet('7'))) as ValidationError
    expect(error).toBeInstanceOf(ValidationError)
    expect(error).toMatchObject({ direction: 'response', pointer: '/name', keyword: 'maxLength', attempts: 1 })
    expect(error.body).toEqual(tooLong)
    expect(JSON.stringify(error)).not.toContain('Maximilian')
    expect(sent).toHaveLength(1)
  })

  test('may hold more than is documented', async () => {
    const answer = { name: 'Rex', unknown: { more: [1] } }
    await expect(pets({ validate: 'all' }, answer).client.getPet('7')).resolves.toEqual(answer)
  })

  test('of an operation without validators is taken', async () => {
    await expect(pets({ validate: 'all' }, [tooLong]).client.listPets()).resolves.toEqual([tooLong])
  })
})
