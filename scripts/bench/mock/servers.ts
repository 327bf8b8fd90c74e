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

/** The same with the engine's compile cache, which ours keeps by itself. */
export function cached(server: Server, folder: string): Server {
  const exiting = JSON.stringify(join(import.meta.dirname, 'exit-on-signal.cjs'))
  const env = { NODE_COMPILE_CACHE: join(folder, 'compile-cache'), NODE_OPTIONS: `--require=${exiting}` }
  return { ...server, name: `${server.name}, cached`, env }
}

/** What Node itself takes: a server that knows nothing, and answers everything with one status. */
export function bareServer(status: number): Server {
  const program = `require('node:http')
    .createServer((request, response) => response.writeHead(${status}).end('[]'))
    .listen(0, '127.0.0.1', function () { console.log('http://127.0.0.1:' + this.address().port) })`
  return {
    name: 'a bare server',
    makes: 'the same answer to everything',
    args: () => ['--eval', program],
    address: /(http:\S+)/,
  }
}

/** @param modules where openapi-backend is installed */
export function openapiBackend(modules: string): Server {
  return {
    name: 'openapi-backend',
    makes: 'examples; validates requests; a server of 20 lines around it',
    args: () => [join(import.meta.dirname, 'backend.js'), modules, document],
    address: /(http:\S+)/,
  }
}
