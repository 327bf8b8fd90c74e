import { expect, test } from 'vitest'
import { inferred, type Resource, resourcesOf } from '../../../src/contract/resource/resource.ts'
import type { JsonObject } from '../../../src/document/json.ts'
import { model } from '../our-model.ts'
import { answer, petModel, petPaths } from '../pets.ts'

/** A resource with operations and parameters by their names. */
function named({ create, get, list, update, remove, idParameter, updatedAfter, ...rest }: Resource) {
  const operations = Object.entries({ create, get, list, update, remove })
  return {
    ...rest,
    ...Object.fromEntries(operations.map(([name, one]) => [name, one?.operationId])),
    idParameter: idParameter.name,
    updatedAfter: updatedAfter?.name,
  }
}

const { '/pets': all, '/pets/{petId}': one } = petPaths
const createOnly = { post: all.post }
const { put: _, delete: __, ...readOnly } = one

test('our document has gateways, in an envelope, with states, moments and a filter', () => {
  expect(resourcesOf(model).map(named)).toEqual([
    {
      name: 'gateways',
      create: 'createGateway',
      get: 'getGateway',
      list: 'listGateways',
      update: 'updateGateway',
      remove: 'deleteGateway',
      idParameter: 'id',
      idMember: 'id',
      idIsChosen: true,
      nameMember: 'name',
      inAnswer: ['gateway'],
      inList: ['items'],
      isPaged: false,
      specification: ['spec'],
      createdAt: ['status', 'createdAt'],
      updatedAt: ['status', 'updatedAt'],
      updatedAfter: 'updatedAfter',
      lifecycle: {
        at: ['status'],
        state: 'status',
        creating: 'STATUS_CREATING',
        updating: 'STATUS_UPDATING',
        ready: 'STATUS_READY',
        deleting: 'STATUS_DELETING',
        failed: ['STATUS_ERROR', 'STATUS_FAILED'],
        urls: 'endpoints',
      },
    },
  ])
  expect(resourcesOf(model).map(inferred)).toEqual([
    'gateways: taken for a resource of createGateway, getGateway, listGateways, updateGateway, deleteGateway; states in status.status; updatedAfter filters the list',
  ])
})

const plain = {
  name: 'pets',
  create: 'createPet',
  get: 'getPet',
  list: 'listPets',
  update: 'replacePet',
  remove: 'deletePet',
  idParameter: 'petId',
  idMember: 'petId',
  idIsChosen: true,
  nameMember: 'name',
  inAnswer: [],
  inList: [],
  isPaged: false,
  specification: [],
  createdAt: ['createdAt'],
  updatedAt: ['lastModified'],
  updatedAfter: undefined,
  lifecycle: undefined,
}

/** Another answer around a pet, under a member of its own. */
const pet = { $ref: '#/components/schemas/Pet' }
const around = (name: string, schema: JsonObject = pet) => answer({ properties: { [name]: schema } })
/** The plain paths with another body everywhere. */
function withBodies(schema: JsonObject) {
  return {
    '/pets': {
      post: { ...all.post, requestBody: answer(schema), responses: { '201': answer(schema) } },
      get: { ...all.get, responses: { '200': answer({ type: 'array', items: schema }) } },
    },
    '/pets/{petId}': { ...one, get: { ...one.get, responses: { '200': answer(schema) } } },
  }
}
const since = { name: 'modified_since', in: 'query', schema: { type: 'string', format: 'date-time' } }

const rows: [what: string, paths: JsonObject, resource: object | undefined][] = [
  ['a plain document without an envelope', petPaths, plain],
  ['one without a list', { ...petPaths, '/pets': createOnly }, { ...plain, list: undefined }],
  [
    'one without an update and a delete',
    { ...petPaths, '/pets/{petId}': readOnly },
    { ...plain, update: undefined, remove: undefined },
  ],
  [
    'an update by PATCH',
    { ...petPaths, '/pets/{petId}': { ...readOnly, patch: { ...one.put, operationId: 'patchPet' } } },
    { ...plain, update: 'patchPet', remove: undefined },
  ],
  [
    'an envelope around one without a list',
    { '/pets': createOnly, '/pets/{petId}': { ...one, get: { ...one.get, responses: { '200': around('pet') } } } },
    { ...plain, list: undefined, inAnswer: ['pet'] },
  ],
  [
    'a list in an envelope with a filter',
    {
      ...petPaths,
      '/pets': {
        ...all,
        get: { ...all.get, parameters: [since], responses: { '200': around('data', { type: 'array', items: pet }) } },
      },
    },
    { ...plain, inList: ['data'], updatedAfter: 'modified_since' },
  ],
  [
    'a list of something else',
    {
      ...petPaths,
      '/pets': {
        ...all,
        get: { ...all.get, responses: { '200': answer({ type: 'array', items: { type: 'string' } }) } },
      },
    },
    { ...plain, list: undefined },
  ],
  [
    'a create that chooses no identifier and no name',
    { ...petPaths, '/pets': { ...all, post: { ...all.post, requestBody: answer({ type: 'object' }) } } },
    { ...plain, idIsChosen: false, nameMember: undefined },
  ],
  ...(
    [
      ['a UUID that the caller may choose', { type: 'string', format: 'uuid' }, true],
      ['a number', { type: 'integer' }, false],
      ['a text that only the service sets', { type: 'string', readOnly: true }, false],
      ['a text that a UUID does not fit', { type: 'string', maxLength: 10 }, false],
    ] as const
  ).map(([what, id, idIsChosen]): [string, JsonObject, object] => [
    `a parameter called after what it identifies, and a member id: ${what}`,
    withBodies({ type: 'object', properties: { id, name: { type: 'string' } } }),
    { ...plain, idMember: 'id', idIsChosen, createdAt: undefined, updatedAt: undefined },
  ]),
  [
    'a member id, and a parameter that is no identifier',
    Object.fromEntries(
      Object.entries(withBodies({ type: 'object', properties: { id: { type: 'string' } } })).map(([path, item]) => [
        path.replace('petId', 'slug'),
        'parameters' in item ? { ...item, parameters: [{ ...one.parameters[0], name: 'slug' }] } : item,
      ]),
    ),
    undefined,
  ],
  ['one that cannot be created', { ...petPaths, '/pets': { get: all.get } }, undefined],
  [
    'one that cannot be read',
    { ...petPaths, '/pets/{petId}': { parameters: one.parameters, put: one.put } },
    undefined,
  ],
  [
    'one whose answer has no identifier',
    { ...petPaths, '/pets/{petId}': { ...one, get: { ...one.get, responses: { '200': answer({ type: 'object' }) } } } },
    undefined,
  ],
]

test.each(rows)('%s', (_, paths, resource) => {
  expect(resourcesOf(petModel(paths)).map(named)).toEqual(resource ? [resource] : [])
})

test("what lies under another resource's path is no resource of its own", () => {
  const owner = { name: 'ownerId', in: 'path', required: true, schema: { type: 'string' } }
  const under = petModel({
    '/owners/{ownerId}/pets': { parameters: [owner], ...all },
    '/owners/{ownerId}/pets/{petId}': { ...one, parameters: [owner, ...one.parameters] },
  })
  expect(resourcesOf(under)).toEqual([])
})

const paging: [name: string, place: string, isPaged: boolean][] = [
  ['limit', 'query', true],
  ['pageSize', 'query', true],
  ['page_size', 'query', true],
  ['per_page', 'query', true],
  ['maxResults', 'query', true],
  ['page', 'query', true],
  ['page[number]', 'query', true],
  ['PageToken', 'query', true],
  ['page_token', 'query', true],
  ['cursor', 'query', true],
  ['offset', 'query', true],
  ['$skip', 'query', true],
  ['after', 'query', true],
  ['before', 'query', true],
  ['startingAfter', 'query', true],
  ['ending_before', 'query', true],
  ['limit', 'header', false],
  ['createdAfter', 'query', false],
  ['homepage', 'query', false],
  ['rateLimit', 'query', false],
]

test.each(paging)('whether a list with %s in its %s holds a part only: %s', (name, place, isPaged) => {
  const get = { ...all.get, parameters: [{ name, in: place, schema: { type: 'string' } }] }
  const [resource] = resourcesOf(petModel({ ...petPaths, '/pets': { ...all, get } }))
  expect(resource?.isPaged).toBe(isPaged)
  expect(resource && inferred(resource)).toBe(
    `pets: taken for a resource of createPet, getPet, listPets, replacePet, deletePet; no lifecycle declared (x-contract), so no waiting${
      isPaged ? `; the list may hold a part only (${name}), so what it lacks is not reported` : ''
    }`,
  )
})

test('what was not found is said', () => {
  const [resource] = resourcesOf(petModel({ '/pets': createOnly, '/pets/{petId}': readOnly }))
  expect(resource && inferred(resource)).toBe(
    'pets: taken for a resource of createPet, getPet; no list, update, remove found; what the run creates stays, called contract-…; no lifecycle declared (x-contract), so no waiting',
  )
})
