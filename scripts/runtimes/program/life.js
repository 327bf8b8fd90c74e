import { asking, equal, specification } from './workplace.js'

const waiting = { intervalMs: 20, timeoutMs: 10_000 }

/** A gateway from create to deleted, and what keeps it one gateway. */
export const lifeChecks = [
  ['a gateway lives from create to deleted', life],
  ['a create whose answer was lost is one gateway', lostCreate],
  ['a 503 is retried', retried],
  ['the status, the headers and the body come together', withResponse],
  ['the openapi-fetch client is there', http],
  ['the global fetch may be given as it is', globalFetch],
]

async function life({ library, client }) {
  const gateways = client()
  const { gateway } = await gateways.createGateway(specification('life'))
  equal(library.gatewayStatus(gateway), 'STATUS_CREATING', 'status after create')
  const id = gateway.spec.id
  const ready = await gateways.waitUntilReady(gateway, waiting)
  equal(library.isReady(ready), true, 'isReady')
  equal(library.isFailed(ready), false, 'isFailed')
  equal(await isListed(gateways, id), true, 'listed')
  await gateways.updateGateway(ready, { zones: [] })
  const updated = await gateways.waitUntilReady(id, waiting)
  equal(updated.spec.name, 'life', 'name after update')
  equal(updated.spec.zones?.length ?? 0, 0, 'zones after update')
  await gateways.deleteGateway(id)
  await gateways.waitUntilDeleted(id, waiting)
  equal(await isListed(gateways, id), false, 'listed after delete')
}

async function isListed(gateways, id) {
  const { items = [] } = await gateways.listGateways()
  return items.some(({ spec }) => spec.id === id)
}

async function lostCreate({ client }) {
  const gateways = client({ retry: { minDelayMs: 1, maxDelayMs: 5 } })
  const name = `lost-${crypto.randomUUID().slice(0, 8)}`
  const { gateway } = await gateways.createGateway(specification(name), asking('lost-once'))
  const { items = [] } = await gateways.listGateways()
  const own = items.filter(({ spec }) => spec.name === name)
  equal(own.length, 1, 'gateways of that name')
  equal(own[0].spec.id, gateway.spec.id, 'id')
}

async function retried({ client }) {
  const pauses = []
  const gateways = client({ retry: { minDelayMs: 1, maxDelayMs: 5 }, onRetry: (event) => pauses.push(event) })
  const { items = [] } = await gateways.listGateways(asking('busy-once'))
  equal(Array.isArray(items), true, 'a list')
  equal(pauses.length, 1, 'retries')
  equal(pauses[0].error.status, 503, 'status')
}

async function withResponse({ client }) {
  const { data, status, headers } = await client().withResponse.getGatewayParameters()
  equal(status, 200, 'status')
  equal(headers instanceof Headers, true, 'Headers')
  equal(data.zones?.includes('US-EAST-04A'), true, 'zones')
}

async function http({ client }) {
  const { data, response } = await client().http.GET('/v1alpha1/inference/gateways/parameters')
  equal(response.status, 200, 'status')
  equal(data.zones?.includes('US-EAST-04A'), true, 'zones')
}

/** Engines with a fetch that looks at what it is called on refuse it as a method. */
async function globalFetch({ client }) {
  const { zones = [] } = await client({ fetch: globalThis.fetch }).getGatewayParameters()
  equal(zones.includes('US-EAST-04A'), true, 'zones')
}
