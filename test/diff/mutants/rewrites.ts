import { type Edit, having, lacking, type Mutant, other, paths, schema } from '../mutant.ts'

type Schema = Readonly<Record<string, unknown>>
const reversed = (was: readonly unknown[]) => [...was].reverse()
const reordered = (was: Schema) => Object.fromEntries(Object.entries(was).reverse())
const list = `${paths}/get`

/** The same said in other words: nobody is hurt, and nobody gains. */
export const rewrites: readonly Mutant[] = [
  ...of('request', {
    'a-schema-is-wrapped': schema('GatewayName', (was: Schema) => ({ allOf: [was] })),
    'a-schema-is-wrapped-twice': schema('Zones', (was: Schema) => ({ allOf: [{ allOf: [was] }, {}] })),
    'a-schema-is-split-in-two': schema('GatewayName', ({ maxLength, ...was }: Schema) => ({
      allOf: [was, { maxLength }],
    })),
    'a-choice-of-one': schema('GatewayName', (was: Schema) => ({ oneOf: [was] })),
    'a-type-as-a-list': schema('GatewayName/type', other(['string'])),
    'required-in-another-order': schema('CreateGatewayRequest/required', reversed),
    'properties-in-another-order': schema('CreateGatewayRequest/properties', reordered),
    'an-enum-in-another-order': schema('ApiType/oneOf/0/enum', reversed),
    'branches-in-another-order': schema('OneRouting/oneOf', reversed),
    'rules-in-another-order': schema('CreateGatewayRequest/allOf', reversed),
    'branches-that-exclude-each-other-as-any-of': schema('ApiType', ({ oneOf, ...was }: Schema) => ({
      ...was,
      anyOf: oneOf,
    })),
    'one-authentication-as-any-of': schema('OneAuthentication', ({ oneOf, ...was }: Schema) => ({
      ...was,
      anyOf: oneOf,
    })),
    'a-reference-resolved': { at: '#', to: withZonesInPlace },
    'a-schema-with-a-new-name': { at: '#', to: withNamedItem },
    'a-list-of-any-length-said-so': schema('Zones', having({ minItems: 0, uniqueItems: false })),
    'a-whole-number-above-instead-of-from': schema('ApiType/oneOf/1', ({ minimum, ...was }: Schema) => ({
      ...was,
      exclusiveMinimum: Number(minimum) - 1,
    })),
    'a-member-not-allowed-said-otherwise': schema(
      'WeightsAndBiasesAuth/oneOf/1',
      ({ properties: _, ...was }: Schema) => ({
        ...was,
        not: { required: ['apiKey'] },
      }),
    ),
    'a-double-negation': schema('Zones/items', (was: Schema) => ({ ...was, not: { not: { type: 'string' } } })),
    'an-open-object-said-to-be-open': schema('CoreWeaveAuth', having({ additionalProperties: true })),
    'an-object-open-to-any-schema': schema('PathBasedRouting', having({ additionalProperties: {} })),
    'a-default-that-was-so-before': schema(
      'WeightsAndBiasesAuth/properties/enableUsageReports',
      having({ default: false }),
    ),
  }),
  {
    id: 'a-constant-for-an-enum-of-one',
    ...{ side: 'request', wire: 'equivalent' },
    before: schema('ApiType/oneOf/0/enum', other(['API_TYPE_OPENAI'])),
    edit: schema('ApiType/oneOf/0', ({ enum: names, ...was }: Schema & { enum: unknown[] }) => ({
      ...was,
      const: names[0],
    })),
  },
  {
    id: 'an-enum-of-one-for-a-constant',
    ...{ side: 'request', wire: 'equivalent' },
    before: schema('ApiType/oneOf/0', ({ enum: _, ...was }: Schema) => ({ ...was, const: 'API_TYPE_OPENAI' })),
    edit: schema('ApiType/oneOf/0', ({ const: name, ...was }: Schema) => ({ ...was, enum: [name] })),
  },
  ...of('response', {
    'an-answer-is-wrapped': schema('GatewayStatus', ({ description, ...was }: Schema) => ({
      description,
      allOf: [was],
    })),
    'a-property-is-wrapped': schema('GatewaySpec/properties/name', (was: Schema) => ({ allOf: [was] })),
    'a-state-in-another-order': schema('GatewayState/type', reversed),
    'a-state-that-excludes-at-its-limit': schema('GatewayState', ({ maximum, ...was }: Schema) => ({
      ...was,
      maximum,
      multipleOf: 1,
    })),
    'an-open-answer-said-to-be-open': schema('GatewayResponse', having({ additionalProperties: true })),
    'any-value-as-an-empty-schema': schema('ErrorDetail/additionalProperties', other({})),
    'a-list-of-any-length': schema('ListGatewaysResponse/properties/items', having({ minItems: 0 })),
    'a-description-is-another': schema('Gateway/description', other('A gateway.')),
    'a-title-is-new': schema('Gateway', having({ title: 'One gateway' })),
    'an-example-is-another': schema('GatewaySpec/properties/name', having({ examples: ['batch'] })),
    'a-property-is-deprecated': schema('Condition/properties/zone', having({ deprecated: true })),
  }),
  ...of('operation', {
    'a-summary-is-another': { at: `${list}/summary`, to: other('All gateways') },
    'a-default-style-written-out': { at: `${list}/parameters/0`, to: having({ style: 'form', explode: true }) },
    'a-parameter-that-may-be-left-out-said-so': { at: `${list}/parameters/0`, to: having({ required: false }) },
    'a-parameter-of-the-operation-instead-of-the-path': { at: '#', to: withParameterMoved },
    'a-path-parameter-by-another-name': { at: '#', to: withParameterRenamed },
    'an-answer-in-place-of-its-reference': { at: '#', to: withAnswerInPlace },
    'a-tag-is-another': { at: `${list}/tags`, to: other(['Gateways']) },
    'an-example-of-a-parameter-is-another': { at: `${list}/parameters/0/example`, to: other('2026-06-01T00:00:00Z') },
  }),
  ...of('document', {
    'the-title-is-another': { at: '#/info/title', to: other('Gateways') },
    'a-description-of-a-server-is-another': { at: '#/servers/0/description', to: other('The service') },
    'the-token-is-described-otherwise': { at: '#/components/securitySchemes/bearerAuth', to: lacking('description') },
  }),
]

function of(side: Mutant['side'], edits: Readonly<Record<string, Edit>>): Mutant[] {
  return Object.entries(edits).map(([id, edit]) => ({ id, side, wire: 'equivalent', edit }))
}

interface Document {
  readonly paths: { readonly [path: string]: Schema }
  readonly components: { readonly [kind: string]: { readonly [name: string]: Schema } }
}

/** Both bodies hold the schema of zones themselves; the named one stays. */
function withZonesInPlace(was: Document) {
  const zones = JSON.stringify(was.components.schemas?.Zones)
  return JSON.parse(JSON.stringify(was).replaceAll('{"$ref":"#/components/schemas/Zones"}', () => zones))
}

function withNamedItem(was: Document) {
  const { Zones, ...others } = was.components.schemas ?? {}
  const schemas = {
    ...others,
    ZoneName: Zones?.items,
    Zones: { ...Zones, items: { $ref: '#/components/schemas/ZoneName' } },
  }
  return { ...was, components: { ...was.components, schemas } }
}

const itemPath = '/v1alpha1/inference/gateways/{id}'

function withParameterMoved(was: Document) {
  const { parameters, ...operations } = was.paths[itemPath] ?? {}
  const moved = Object.entries(operations).map(([method, own]) => [method, { ...Object(own), parameters }])
  return { ...was, paths: { ...was.paths, [itemPath]: Object.fromEntries(moved) } }
}

function withParameterRenamed(was: Document) {
  const { [itemPath]: item, ...others } = was.paths
  const parameters = {
    ...was.components.parameters,
    GatewayId: { ...was.components.parameters?.GatewayId, name: 'gateway' },
  }
  const path = itemPath.replace('{id}', '{gateway}')
  return { ...was, paths: { ...others, [path]: item }, components: { ...was.components, parameters } }
}

function withAnswerInPlace(was: Document) {
  const answer = JSON.stringify(was.components.responses?.NotFound)
  return JSON.parse(JSON.stringify(was).replaceAll('{"$ref":"#/components/responses/NotFound"}', () => answer))
}
