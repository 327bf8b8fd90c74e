import { join } from 'node:path'
import { ours } from '../../../src/generate/options.ts'
import { ownScript } from '../../common/own-script.ts'
import type { Server } from '../serving.ts'

/** Its document for Prism and others: one file. */
const document = join(ours.out, 'openapi.json')

export const sandbox: Server = {
  name: 'ours, the sandbox',
  makes: 'keeps what it is told; validates requests',
  args: (port) => ownScript('sandbox', '--port', String(port)),
  address: /(http:\S+)/,
}

export const prism: Server = {
  name: 'Prism',
  makes: 'examples; validates requests; writes a log of them',
  args: prismArgs,
  address: /listening on (http:\S+)/,
}

export const silentPrism: Server = {
  name: 'Prism, silent',
  makes: 'the same without a log, which is not its default',
  args: (port) => [...prismArgs(port), '--verboseLevel', 'silent'],
}

function prismArgs(port: number): readonly string[] {
  const cli = join(ours.root, 'node_modules/@stoplight/prism-cli/dist/index.js')
  return [cli, 'mock', '--port', String(port), '--multiprocess', 'false', document]
}

const answersAlways = `require('node:http')
  .createServer((request, response) => response.end('[]'))
  .listen(0, '127.0.0.1', function () { console.log('http://127.0.0.1:' + this.address().port) })`

/** What Node itself takes: a server that knows nothing. */
export const bareServer: Server = {
  name: 'a bare server',
  makes: 'the same answer to everything',
  args: () => ['--eval', answersAlways],
  address: /(http:\S+)/,
}

/** @param modules where openapi-backend is installed */
export function openapiBackend(modules: string): Server {
  return {
    name: 'openapi-backend',
    makes: 'examples; validates requests; a server of 20 lines around it',
    args: () => [join(import.meta.dirname, 'backend.ts'), modules, document],
    address: /(http:\S+)/,
  }
}
