import { type Edit, having, lacking, type Mutant, other, paths } from '../mutant.ts'

const apiKey = { type: 'apiKey', in: 'header', name: 'X-Api-Key' }
const withKey: Edit = { at: '#/components/securitySchemes', to: having({ key: apiKey }) }

/** Servers, credentials and names. */
export const documentWide: readonly Mutant[] = [
  of('the-server-is-another', 'breaking', { at: '#/servers', to: other([{ url: 'https://api.example.com' }]) }),
  of('a-server-is-new', 'safe', {
    at: '#/servers',
    to: (was: readonly unknown[]) => [...was, { url: 'https://eu.example.com' }],
  }),
  of('a-token-is-basic-authentication-now', 'breaking', {
    at: '#/components/securitySchemes/bearerAuth',
    to: other({ type: 'http', scheme: 'basic' }),
  }),
  of('a-token-is-a-key-in-a-header-now', 'breaking', {
    at: '#/components/securitySchemes/bearerAuth',
    to: other(apiKey),
  }),
  of(
    'a-key-is-needed-beside-the-token',
    'breaking',
    { at: '#/security', to: other([{ bearerAuth: [], key: [] }]) },
    withKey,
  ),
  of('one-operation-needs-a-key', 'breaking', { at: `${paths}/get`, to: having({ security: [{ key: [] }] }) }, withKey),
  of('a-key-does-too', 'safe', { at: '#/security', to: other([{ bearerAuth: [] }, { key: [] }]) }, withKey),
  of('one-operation-needs-nothing', 'safe', { at: `${paths}/get`, to: having({ security: [] }) }),
  of('nothing-needs-a-token', 'safe', { at: '#', to: lacking('security') }),
  {
    ...of('an-operation-is-called-otherwise', 'equivalent', {
      at: `${paths}/get/operationId`,
      to: other('listAllGateways'),
    }),
    names: 'breaking',
  },
  {
    ...of('a-schema-is-called-otherwise', 'equivalent', { at: '#', to: renamedCondition }),
    names: 'breaking',
  },
  {
    ...of('a-schema-stands-where-it-is-used', 'equivalent', { at: '#', to: inlinedCondition }),
    names: 'breaking',
  },
]

function of(id: string, wire: Mutant['wire'], edit: Edit, before?: Edit): Mutant {
  return { id, side: 'document', wire, edit, ...(before && { before }) }
}

function renamedCondition(was: object) {
  return JSON.parse(
    JSON.stringify(was)
      .replaceAll('"Condition":', '"Observation":')
      .replaceAll('schemas/Condition"', 'schemas/Observation"'),
  )
}

function inlinedCondition(was: { components: { schemas: { Condition: unknown } } }) {
  const { Condition, ...schemas } = was.components.schemas
  const whole = JSON.stringify({ ...was, components: { ...was.components, schemas } })
  return JSON.parse(whole.replaceAll('{"$ref":"#/components/schemas/Condition"}', () => JSON.stringify(Condition)))
}
