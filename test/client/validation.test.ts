import { describe, expect, test, vi } from 'vitest'
import {
  AbortedError,
  type ClientOptions,
  ValidationError,
  type Validator,
  type ValidatorError,
  type Validators,
  validation,
} from '../../src/client/index.ts'
import { failsAtOnce, failure, fakeClock } from './fake-clock.ts'
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

describe('what checks answers and is loaded on demand', () => {
  const requests = { createPet: { requestBody: named } }

  function loading(validate: ClientOptions['validate'], load = async (): Promise<Validators> => validators) {
    const loads = vi.fn(load)
    return { ...pets({ validate, validation: validation(requests, loads) }, tooLong), loads }
  }

  test('is loaded before the first call whose answer is checked', async () => {
    const { client, sent, loads } = loading('all', async () => {
      expect(sent).toEqual([])
      return validators
    })
    expect(await failure(client.getPet('7'))).toMatchObject({ direction: 'response', pointer: '/name' })
    expect(loads).toHaveBeenCalledOnce()
    expect(sent).toHaveLength(1)
  })

  test.each(['requests', 'off', undefined] as const)('is not loaded with validate: %s', async (validate) => {
    const { client, loads } = loading(validate)
    await expect(client.getPet('7')).resolves.toEqual(tooLong)
    expect(loads).not.toHaveBeenCalled()
  })

  test('is not loaded for a request that is not sent', async () => {
    const { client, loads } = loading('all')
    expect(await failure(client.createPet(tooLong))).toMatchObject({ direction: 'request' })
    expect(loads).not.toHaveBeenCalled()
  })

  test('leaves the call unsent when it cannot be loaded, and is loaded by the next', async () => {
    const { client, sent, loads } = loading('all')
    loads.mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'))
    expect(await failure(client.getPet('7'))).toMatchObject({
      ...{ code: 'connection', operationId: 'getPet', attempts: 0 },
      message: 'The validation of getPet could not be loaded: Failed to fetch dynamically imported module',
    })
    expect(sent).toEqual([])
    expect(await failure(client.getPet('7'))).toMatchObject({ direction: 'response' })
  })

  test('is not waited for when the caller aborts', async () => {
    const controller = new AbortController()
    const { client, sent } = loading('all', () => new Promise(() => {}))
    const called = client.getPet('7', { signal: controller.signal })
    controller.abort()
    expect(await failsAtOnce(called)).toBeInstanceOf(AbortedError)
    expect(sent).toEqual([])
  })
})

test('a one-of that failed is one sentence that names its members', async () => {
  const error = (await failure(pets({}).client.createPet({ kind: 'none' }))) as ValidationError
  expect(error.violations).toHaveLength(1)
  expect(error).toMatchObject({ keyword: 'oneOf', pointer: '' })
  expect(error.message).toMatch(/exactly one of.*indoor.*outdoor/)
  expect(error.message).not.toMatch(/schema/)
})

describe('what the validator says becomes one rule', () => {
  const error = (keyword: string, instancePath: string, message?: string, params = {}): ValidatorError => ({
    ...{ keyword, instancePath, params },
    ...(message !== undefined && { message }),
  })
  const forbidden = (name: string) => error('false schema', `/spec/${name}`, 'boolean schema is false')
  const oneOf = error('oneOf', '/spec', 'must match exactly one schema in oneOf')
  const anyOf = error('anyOf', '/spec', 'must match a schema in anyOf')
  const typed = (type: string) => error('type', '/spec', `must be ${type}`)
  const allowed = (...allowedValues: string[]) => error('enum', '/spec', 'must be equal', { allowedValues })

  const rows: [string, readonly ValidatorError[] | undefined, [pointer: string, keyword: string, message: string][]][] =
    [
      ['nothing', undefined, [['', '', 'is not valid']]],
      ['an empty list', [], [['', '', 'is not valid']]],
      ['no message', [error('format', '/a')], [['/a', 'format', 'is not valid']]],
      ['a member that is missing', [missing('b')], [['/b', 'required', 'is required']]],
      [
        'several',
        [error('type', '/a', 'must be string'), { ...missing('c'), instancePath: '/b' }],
        [
          ['/a', 'type', 'must be string'],
          ['/b/c', 'required', 'is required'],
        ],
      ],
      ['two members', [missing('a'), missing('b'), anyOf], [['/spec', 'anyOf', 'must have exactly one of a, b']]],
      [
        'two members too many',
        [forbidden('indoor'), forbidden('outdoor'), oneOf],
        [['/spec', 'oneOf', 'must have exactly one of indoor, outdoor']],
      ],
      [
        'three members, of which one is told twice',
        [missing('a'), missing('b'), missing('a'), missing('c'), oneOf],
        [['/spec', 'oneOf', 'must have exactly one of a, b, c']],
      ],
      [
        'a member that needs another',
        [missing('a'), missing('b'), forbidden('c'), oneOf],
        [['/spec', 'oneOf', 'must have a and b beside c']],
      ],
      [
        'members of which one is there too many',
        [missing('a'), forbidden('b'), forbidden('c'), oneOf],
        [['/spec', 'oneOf', 'must have exactly one of a, b, c']],
      ],
      ['one member too many', [forbidden('indoor'), oneOf], [['/spec', 'oneOf', 'boolean schema is false']]],
      ['one member alone', [missing('a'), oneOf], [['/spec', 'oneOf', "must have required property 'a'"]]],
      ['types', [typed('string'), typed('object'), anyOf], [['/spec', 'anyOf', 'must be string or must be object']]],
      ['one type twice', [typed('string'), typed('string'), anyOf], [['/spec', 'anyOf', 'must be string']]],
      [
        'values',
        [allowed('a', 'b'), typed('null'), oneOf],
        [['/spec', 'oneOf', 'must be one of a, b or must be null']],
      ],
      ['a choice alone', [oneOf], [['/spec', 'oneOf', 'is not valid']]],
    ]
  test.each(rows)('%s', async (_, errors, expected) => {
    const broken: Validator = Object.assign(() => false, { errors: errors ?? null })
    const { client } = pets({ validation: validation({ createPet: { requestBody: broken } }) })
    const { violations } = (await failure(client.createPet({}))) as ValidationError
    expect(violations.map(({ pointer, keyword, message }) => [pointer, keyword, message])).toEqual(expected)
  })
})

test('the message says where, what, and that nothing was sent', async () => {
  const message = async (call: Promise<unknown>) => ((await failure(call)) as Error).message
  expect(await message(pets({}).client.createPet(tooLong))).toBe(
    'The body of the request of createPet at /name must NOT have more than 8 characters; nothing was sent',
  )
  expect(await message(pets({}).client.getPet('8'))).toMatch(
    /^The parameters of the request of getPet at \/path\/petId /,
  )
  expect(await message(pets({}).client.createPet({ kind: 'none' }))).toMatch(
    /^The body of the request of createPet must /,
  )
  expect(await message(pets({ validate: 'all' }, tooLong).client.getPet('7'))).toBe(
    'The body of the response of getPet at /name must NOT have more than 8 characters',
  )
})

test('a body that is sent in another media type is not held against the schema of JSON', async () => {
  const { client, sent } = pets({ validation: validation({ uploadPhoto: { requestBody: () => false } }) })
  await client.uploadPhoto('7', new Blob(['pixels']))
  expect(sent).toHaveLength(1)
})

test('a request of an operation without validators is sent', async () => {
  const { client, sent } = pets({})
  await client.replacePet('7', tooLong)
  expect(sent).toHaveLength(1)
})

test('the parameters of a call that gives none are held against the document too', async () => {
  const given: unknown[] = []
  const parameters: Validator = (value) => given.push(value) > 0
  const { client } = pets({ validation: validation({ createPet: { parameters } }) })
  await client.createPet({ name: 'Rex' })
  expect(given).toEqual([{}])
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
