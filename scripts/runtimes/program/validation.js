import { Gateway } from 'inference-gateways/validators'
import { equal, specification } from './workplace.js'

const broken = { ...specification('broken'), zones: 'US-EAST-04A' }

/** What is checked before it is sent. */
export const validationChecks = [
  ['a request that breaks the document is not sent', refused],
  ['answers are checked too where that is asked for', checkedAnswer],
]

/** Without validators the service is the one that refuses. */
export const bareChecks = [['a request that breaks the document is refused by the service', refusedByService]]

async function refused({ client, failure }) {
  const facts = { direction: 'request', pointer: '/zones', keyword: 'type', attempts: 0 }
  await failure(client().createGateway(broken), 'ValidationError', facts)
}

async function checkedAnswer({ client }) {
  const gateways = client({ validate: 'all' })
  const { items = [] } = await gateways.listGateways()
  for (const gateway of items) equal(Gateway(gateway), true, 'a valid gateway')
  equal(items.length > 0, true, 'gateways')
  const { zones = [] } = await gateways.getGatewayParameters()
  equal(zones.length > 0, true, 'zones')
}

async function refusedByService({ client, failure }) {
  const error = await failure(client().createGateway(broken), 'ApiError', { status: 400, code: 'invalid_argument' })
  equal(error.fieldViolations.length > 0, true, 'field violations')
}
