import { gatewaysHandler } from '../../../src/sandbox/handler.ts'
import { startSandbox } from '../../../src/sandbox/http-server.ts'
import { sqliteStore } from '../../../src/sandbox/store.ts'
import { subjects } from '../../mutants/subjects.ts'
import { gateways, token } from '../serving.ts'
import { exampleGateway, exampleId, removedId } from './example-gateways.ts'

// Run as `node service.ts [FAULT]`: the sandbox on a free port, perhaps with a planted fault round it; writes its address.

const [fault = 'harmless/as-it-is'] = process.argv.slice(2)
const subject = subjects.find(({ id }) => id === fault)
if (!subject) throw new Error(`There is no planted fault ${fault}.`)
const sound = gatewaysHandler({ store: sqliteStore(), token, readyAfterMs: 40 })
for (const id of [exampleId, removedId])
  await sound({
    method: 'POST',
    url: gateways,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: new TextEncoder().encode(JSON.stringify({ ...exampleGateway, id })),
  })
const { baseUrl } = await startSandbox({ handler: subject.plant(sound) })
process.stdout.write(`${baseUrl}\n`)
