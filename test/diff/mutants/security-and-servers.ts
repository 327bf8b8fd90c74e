import { becomes, gateways, gone, having, oneGateway, parametersPath, plus, rewritten } from './edits.ts'
import { type Mutant, mutantsOf } from './mutant.ts'

const bearer = '#/components/securitySchemes/bearerAuth'
const apiKey = { type: 'apiKey', in: 'header', name: 'X-Api-Key' }
const staging = { url: 'https://staging.example.com', description: 'For tries.' }

function withApiKey(security: readonly object[]) {
  return (before: unknown) => {
    const components = Object(Object(before).components)
    const securitySchemes = { ...Object(components.securitySchemes), apiKey }
    return { ...Object(before), security, components: { ...components, securitySchemes } }
  }
}

const isPublic = { base: { at: `${parametersPath}/get/security`, to: becomes([]) } }
const twoServers = { base: { at: '#/servers', to: plus(staging) } }

const breaking = mutantsOf('document', 'breaking', [
  ['bearer-becomes-basic', `${bearer}/scheme`, becomes('basic'), 'The token that clients send is no longer one.'],
  ['bearer-becomes-api-key', bearer, becomes(apiKey), 'The token was sent in another header.'],
  ['api-key-needed-too', '#', withApiKey([{ bearerAuth: [], apiKey: [] }]), 'The token alone was enough.'],
  ['api-key-instead', '#', withApiKey([{ apiKey: [] }]), 'The token was enough.'],
  ['server-elsewhere', '#/servers/0/url', becomes('https://other.example.com'), 'Clients call the old one.'],
  ['server-with-prefix', '#/servers/0/url', becomes('https://api.coreweave.com/v2'), 'Every path is another one.'],
  ['server-without-tls', '#/servers/0/url', becomes('http://api.coreweave.com'), 'Clients call the old one.'],
  ['staging-gone', '#/servers/1', gone, 'Clients call it.', twoServers],
])

const operationBreaking = mutantsOf('operation', 'breaking', [
  ['parameters-need-token', `${parametersPath}/get/security`, gone, 'Anybody could ask.', isPublic],
  [
    'create-on-another-server',
    `${gateways}/post`,
    having({ servers: [staging] }),
    'The operation was at the document’s server.',
  ],
])

const operationSafe = mutantsOf('operation', 'safe', [
  [
    'parameters-public',
    `${parametersPath}/get`,
    having({ security: [] }),
    'A request without a token is accepted too.',
  ],
  [
    'get-public-or-not',
    `${oneGateway}/get`,
    having({ security: [{ bearerAuth: [] }, {}] }),
    'A request without a token is accepted too.',
  ],
])

const safe = mutantsOf('document', 'safe', [
  ['everything-public', '#/security', gone, 'Requests without a token are accepted too.'],
  ['token-optional', '#/security', plus({}), 'Requests without a token are accepted too.'],
  ['api-key-as-alternative', '#', withApiKey([{ bearerAuth: [] }, { apiKey: [] }]), 'The token is still enough.'],
  ['staging-added', '#/servers', plus(staging), 'The old one still answers.'],
])

const equivalent = mutantsOf('document', 'equivalent', [
  [
    'bearer-in-capitals',
    `${bearer}/scheme`,
    becomes('Bearer'),
    'The name of a scheme has no case (RFC 9110, section 11.1).',
  ],
  ['bearer-format-said', bearer, having({ bearerFormat: 'opaque' }), 'A hint for people.'],
  [
    'bearer-scheme-renamed',
    '#',
    rewritten((text) => (text === 'bearerAuth' ? 'token' : text)),
    'The name of a scheme is never sent.',
  ],
  ['server-described-otherwise', '#/servers/0/description', becomes('The one'), 'Words for people.'],
  [
    'server-with-one-variable',
    '#/servers/0',
    becomes({
      url: 'https://{host}',
      variables: { host: { default: 'api.coreweave.com', enum: ['api.coreweave.com'] } },
    }),
    'The variable has one value.',
  ],
  ['document-of-another-version', '#/info/version', becomes('0.2.0'), 'The version says nothing of the wire.'],
  ['document-called-otherwise', '#/info/title', becomes('Gateways'), 'Words for people.'],
  ['document-in-openapi-3-1-0', '#/openapi', becomes('3.1.0'), 'The two patch versions mean the same.'],
  ['document-with-extension', '#', having({ 'x-owner': 'the team' }), 'An extension that nobody reads.'],
])

const operationEquivalent = mutantsOf('operation', 'equivalent', [
  [
    'list-security-written-out',
    `${gateways}/get`,
    having({ security: [{ bearerAuth: [] }] }),
    'It is what holds for the whole document.',
  ],
  [
    'list-server-written-out',
    `${gateways}/get`,
    having({ servers: [{ url: 'https://api.coreweave.com' }] }),
    'It is what holds for the whole document.',
  ],
])

/** What becomes of security and servers, and of the document as a whole. */
export const securityAndServers: readonly Mutant[] = [
  ...breaking,
  ...operationBreaking,
  ...operationSafe,
  ...safe,
  ...equivalent,
  ...operationEquivalent,
]
