import { becomes, gone, having, inComponent, inlinedFrom, lacking, reversed, schemas, updatedAfter } from './edits.ts'
import { type Mutant, mutantsOf } from './mutant.ts'

const create = `${schemas}/CreateGatewayRequest`
const update = `${schemas}/UpdateGatewayRequest`
const name = `${schemas}/GatewayName`
const apiType = `${schemas}/ApiType`
const authentication = `${schemas}/OneAuthentication/oneOf`
const key = `${schemas}/WeightsAndBiasesAuth`
const header = `${schemas}/HeaderBasedRouting/properties/headerName`
const oneName = { base: { at: `${apiType}/oneOf/0/enum`, to: becomes(['API_TYPE_OPENAI']) } }
const constant = { base: { at: `${apiType}/oneOf/0`, to: becomes({ type: 'string', const: 'API_TYPE_OPENAI' }) } }
const positive = { base: { at: `${apiType}/oneOf/1/minimum`, to: becomes(1) } }

/** The choice of the authentication said without `false`. */
const choiceByNot = [
  { type: 'object', required: ['coreWeaveAuth'], not: { required: ['weightsAndBiasesAuth'] } },
  { type: 'object', required: ['weightsAndBiasesAuth'], not: { required: ['coreWeaveAuth'] } },
]

/** The same said in other words of what callers send. */
export const requestRewrites: readonly Mutant[] = mutantsOf('request', 'equivalent', [
  ['create-wrapped', create, (before) => ({ allOf: [before] }), 'All of one is the one.'],
  ['create-name-wrapped', `${create}/properties/name`, (before) => ({ allOf: [before] }), 'All of one is the one.'],
  ['create-name-one-branch', `${create}/properties/name`, (before) => ({ oneOf: [before] }), 'One of one is the one.'],
  ['create-name-any-branch', `${create}/properties/name`, (before) => ({ anyOf: [before] }), 'Any of one is the one.'],
  [
    'create-name-not-not',
    `${create}/properties/name`,
    (before) => ({ not: { not: before } }),
    'Not not is the thing itself.',
  ],
  [
    'create-name-beside-reference',
    `${create}/properties/name`,
    having({ minLength: 1 }),
    'It stands in the schema that is referred to.',
  ],
  [
    'create-nested',
    create,
    (before) => ({ ...Object(before), allOf: [{ allOf: Object(before).allOf }] }),
    'All of all is all.',
  ],
  [
    'create-own-rules-in-all-of',
    create,
    (before) => ({ allOf: [...Object(before).allOf, lacking('allOf')(before)] }),
    'What stands beside allOf holds like its members.',
  ],
  ['create-required-reversed', `${create}/required`, reversed, 'Order means nothing.'],
  [
    'create-required-split',
    create,
    (before) => ({ ...Object(before), required: ['name'], allOf: [...Object(before).allOf, { required: ['zones'] }] }),
    'Both are required still.',
  ],
  [
    'create-required-repeated-in-all-of',
    `${create}/allOf`,
    (before) => [...Object(before), { required: ['name'] }],
    'It is required already.',
  ],
  ['create-properties-reversed', `${create}/properties`, reversed, 'Order means nothing.'],
  ['create-open-said', create, having({ additionalProperties: true }), 'An object is open unless it says otherwise.'],
  ['create-open-by-empty-schema', create, having({ additionalProperties: {} }), 'An empty schema admits everything.'],
  ['create-never-fewer-than-none', create, having({ minProperties: 0 }), 'No object has fewer.'],
  [
    'create-at-least-four-members',
    create,
    having({ minProperties: 4 }),
    'Four members are required already: name, zones, an authentication and a routing.',
  ],
  ['create-name-type-list', `${name}/type`, becomes(['string']), 'A list of one type is the type.'],
  ['create-name-described-otherwise', `${name}/description`, becomes('A name.'), 'Words for people.'],
  ['create-name-deprecated', name, having({ deprecated: true }), 'A hint for people.'],
  [
    'create-name-with-default',
    name,
    having({ default: 'gateway' }),
    'A default is an annotation; the name is required.',
  ],
  [
    'create-name-with-foreign-bound',
    name,
    having({ minimum: 5, maxItems: 2, required: ['x'] }),
    'They bind numbers, lists and objects, not texts.',
  ],
  [
    'create-name-inlined',
    `${create}/properties/name`,
    becomes({ type: 'string', minLength: 1, maxLength: 38, description: 'The name.' }),
    'The schema stands where its name stood.',
  ],
  [
    'create-body-inlined',
    '#',
    inlinedFrom('#/components/schemas/CreateGatewayRequest'),
    'The schema stands where its name stood.',
  ],
  [
    'create-id-in-component',
    '#',
    inComponent(['CreateGatewayRequest', 'properties', 'id'], 'Identifier'),
    'The schema has a name now.',
  ],
  [
    'update-required-repeated',
    `${update}/allOf/0`,
    (before) => ({ allOf: [before, { required: ['id'] }] }),
    'It is required already.',
  ],
  [
    'ip-ranges-not-unique-said',
    `${schemas}/EndpointConfiguration/properties/allowedSourceIpRanges`,
    having({ uniqueItems: false, minItems: 0 }),
    'Neither binds.',
  ],
  ['api-type-names-reversed', `${apiType}/oneOf/0/enum`, reversed, 'Order means nothing.'],
  ['api-type-branches-reversed', `${apiType}/oneOf`, reversed, 'Order means nothing.'],
  [
    'api-type-any-of',
    apiType,
    (before) => ({ anyOf: Object(before).oneOf, description: Object(before).description }),
    'No value fits both branches.',
  ],
  [
    'api-type-by-type-list',
    apiType,
    becomes({ anyOf: [{ enum: ['API_TYPE_OPENAI', 'API_TYPE_UNSPECIFIED'] }, { type: 'integer', format: 'int32' }] }),
    'The names are texts, and the format has the bounds.',
  ],
  [
    'api-type-names-as-constants',
    `${apiType}/oneOf/0`,
    becomes({ oneOf: [{ const: 'API_TYPE_UNSPECIFIED' }, { const: 'API_TYPE_OPENAI' }] }),
    'One constant for each name.',
  ],
  [
    'api-type-number-split',
    `${apiType}/oneOf`,
    (before) => [
      Object(before)[0],
      { type: 'integer', format: 'int32', maximum: -1 },
      { type: 'integer', format: 'int32', minimum: 0 },
    ],
    'The two halves are the whole.',
  ],
  ['api-type-bounds-by-format', `${apiType}/oneOf/1`, lacking('minimum', 'maximum'), 'The format has the bounds.'],
  ['api-type-number-multiple-of-one', `${apiType}/oneOf/1`, having({ multipleOf: 1 }), 'Every integer is one.'],
  [
    'api-type-number-by-multiple',
    `${apiType}/oneOf/1`,
    having({ type: 'number', multipleOf: 1 }),
    'A number that is a multiple of one is an integer.',
  ],
  [
    'api-type-one-name-constant',
    `${apiType}/oneOf/0`,
    becomes({ type: 'string', const: 'API_TYPE_OPENAI' }),
    'A list of one value is the value.',
    oneName,
  ],
  [
    'api-type-constant-one-name',
    `${apiType}/oneOf/0`,
    becomes({ type: 'string', enum: ['API_TYPE_OPENAI'] }),
    'A list of one value is the value.',
    constant,
  ],
  [
    'api-type-minimum-exclusive',
    `${apiType}/oneOf/1`,
    (before) => ({ ...lacking('minimum')(before), exclusiveMinimum: 0 }),
    'No integer lies between.',
    positive,
  ],
  [
    'api-type-maximum-exclusive',
    `${apiType}/oneOf/1`,
    (before) => ({ ...lacking('maximum')(before), exclusiveMaximum: 2147483648 }),
    'No integer lies between.',
  ],
  ['authentication-by-not', authentication, becomes(choiceByNot), 'A property that is false may not be there.'],
  [
    'authentication-without-false',
    authentication,
    (before) => Object(before).map((branch: object) => lacking('properties')(branch)),
    'Both together fit both branches, and one must fit.',
  ],
  ['authentication-branch-titled', `${authentication}/0/title`, becomes('IAM'), 'Words for people.'],
  [
    'authentication-false-by-not',
    `${authentication}/0/properties/weightsAndBiasesAuth`,
    becomes({ not: {} }),
    'Nothing is valid either way.',
  ],
  [
    'authentication-empty-schema-true',
    `${authentication}/0/properties/coreWeaveAuth`,
    becomes(true),
    'An empty schema admits everything.',
  ],
  [
    'key-rule-by-dependent-required',
    key,
    (before) => ({ ...lacking('oneOf')(before), dependentRequired: { apiKey: ['serverUrl'] } }),
    'A key needs its server either way.',
  ],
  [
    'key-rule-by-condition',
    key,
    (before) => ({
      ...lacking('oneOf')(before),
      if: { not: { required: ['apiKey'] } },
      else: { required: ['serverUrl'] },
    }),
    'A key needs its server either way.',
  ],
  [
    'key-rule-by-any-of',
    key,
    (before) => ({ ...lacking('oneOf')(before), anyOf: Object(before).oneOf }),
    'No value fits both branches.',
  ],
  [
    'header-name-from-one-by-zero-excluded',
    header,
    (before) => ({ ...lacking('minLength')(before), not: { const: '' } }),
    'The empty text is the only one that short.',
  ],
  ['moment-explained', `${updatedAfter}/schema/description`, gone, 'Words for people.'],
])
