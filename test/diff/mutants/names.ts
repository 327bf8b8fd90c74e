import { becomes, gateways, gone, oneGateway, parametersPath, rewritten, schemas } from './edits.ts'
import { type Mutant, mutantsOf } from './mutant.ts'

const spare = { base: { at: `${schemas}/Spare`, to: becomes({ type: 'string', description: 'Used by nothing.' }) } }
const broken = { names: 'breaking' } as const

/** A component under another name, everywhere. */
function component(kind: string, from: string, to: string) {
  return (before: unknown) => {
    const document = rewritten((text) =>
      text === `#/components/${kind}/${from}` ? `#/components/${kind}/${to}` : text,
    )(before)
    const components = Object(Object(document).components)
    const { [from]: moved, ...others } = Object(components[kind])
    return { ...Object(document), components: { ...components, [kind]: { ...others, [to]: moved } } }
  }
}

/** Every reference to a schema replaced by the schema itself, and its name taken away. */
function inlined(name: string) {
  const ref = `#/components/schemas/${name}`
  return (before: unknown) => {
    const schema = Object(Object(before).components).schemas[name]
    const text = JSON.stringify(before).replaceAll(JSON.stringify({ $ref: ref }), () => JSON.stringify(schema))
    const document = JSON.parse(text)
    delete document.components.schemas[name]
    return document
  }
}

const operations = mutantsOf('operation', 'equivalent', [
  [
    'create-called-otherwise',
    `${gateways}/post/operationId`,
    becomes('makeGateway'),
    'The method of a client has another name.',
    broken,
  ],
  [
    'delete-called-otherwise',
    `${oneGateway}/delete/operationId`,
    becomes('removeGateway'),
    'The method of a client has another name.',
    broken,
  ],
  [
    'list-in-capitals',
    `${gateways}/get/operationId`,
    becomes('ListGateways'),
    'The method of a client has another name.',
    broken,
  ],
  [
    'path-variable-renamed',
    '#',
    (before) =>
      JSON.parse(
        JSON.stringify(before)
          .replaceAll('gateways/{id}', 'gateways/{gatewayId}')
          .replace('"in":"path","name":"id"', '"in":"path","name":"gatewayId"'),
      ),
    'A variable of a path is never sent under its name.',
  ],
])

const documents = mutantsOf('document', 'equivalent', [
  ['zones-schema-renamed', '#', component('schemas', 'Zones', 'ZoneNames'), 'A type has another name.', broken],
  [
    'create-schema-renamed',
    '#',
    component('schemas', 'CreateGatewayRequest', 'NewGateway'),
    'A type has another name.',
    broken,
  ],
  ['state-schema-inlined', '#', inlined('GatewayState'), 'A type is gone.', broken],
  ['name-schema-inlined', '#', inlined('GatewayName'), 'A type is gone.', broken],
  ['spare-schema-gone', `${schemas}/Spare`, gone, 'A type is gone, which no operation uses.', { ...broken, ...spare }],
  [
    'not-found-response-renamed',
    '#',
    component('responses', 'NotFound', 'Missing'),
    'The name of a response is a name of nothing that is generated.',
  ],
  [
    'gateway-id-parameter-renamed',
    '#',
    component('parameters', 'GatewayId', 'Id'),
    'The name of a parameter among the components is never sent.',
  ],
])

const gonePaths = mutantsOf('operation', 'breaking', [
  ['get-gone', `${oneGateway}/get`, gone, 'The operation was there.'],
  ['all-of-one-gateway-gone', oneGateway, gone, 'Three operations were there.'],
  ['parameters-get-gone', `${parametersPath}/get`, gone, 'The operation was there.'],
])

/** What becomes of names that generated code carries, and of those that it does not. */
export const names: readonly Mutant[] = [...operations, ...documents, ...gonePaths]
