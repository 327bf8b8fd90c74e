import { startPrism } from '../../src/contract/prism.ts'
import { serveDocs } from '../../src/docs/serve-docs.ts'
import { readDocument } from '../../src/document/read-document.ts'
import { ours } from '../../src/generate/options.ts'
import { CannotRunError } from '../../src/report/cannot-run-error.ts'
import { type ExitCode, nextSignal, say } from '../../src/report/command.ts'
import { gatewaysHandler } from '../../src/sandbox/handler.ts'
import { startSandbox } from '../../src/sandbox/http-server.ts'
import { sqliteStore } from '../../src/sandbox/store.ts'

/** What the user gave. */
interface Given {
  readonly spec: string
  readonly out: string
  readonly port: string
  readonly target: string | undefined
  readonly hasRedoc: boolean
  /** Takes back that signals end the process at once. */
  readonly exitNoMore: () => void
}

/** Serves the site until it is interrupted. */
export async function serve({ spec, out, hasRedoc, exitNoMore, ...given }: Given): Promise<ExitCode> {
  const port = Number(given.port)
  if (!/^\d+$/.test(given.port) || port > 65_535)
    throw new CannotRunError(`--port ${given.port} is no port; use a whole number from 0 to 65535.`)
  const target = await localService(given.target ?? (spec === ours.spec ? 'sandbox' : 'mock'), spec)
  try {
    const server = await serveDocs({ spec, out, port, target: target.baseUrl, hasRedoc, log: say })
    const interrupted = nextSignal(exitNoMore)
    process.stdout.write(`${server.baseUrl}/\n`)
    await interrupted
    await server.stop()
  } finally {
    await target.stop()
  }
  say('The site is no longer served.')
  return 0
}

interface LocalService {
  readonly baseUrl: string
  readonly stop: () => Promise<void>
}

/** What requests are sent to; never a service on another machine. */
async function localService(name: string, spec: string): Promise<LocalService> {
  if (name === 'sandbox') return sandbox()
  if (name === 'mock') return startPrism((await readDocument(spec)).bundle)
  const isLoopback = URL.canParse(name) && ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(name).hostname)
  if (!isLoopback || new URL(name).protocol !== 'http:')
    throw new CannotRunError(
      `--target ${name} does not work; use sandbox, mock, or an address such as http://127.0.0.1:4020.`,
    )
  return { baseUrl: name.replace(/\/+$/, ''), stop: async () => {} }
}

async function sandbox(): Promise<LocalService> {
  const store = sqliteStore()
  const { baseUrl, stop } = await startSandbox({
    handler: gatewaysHandler({ store, token: undefined, readyAfterMs: 2000 }),
  })
  return {
    baseUrl,
    stop: async () => {
      await stop()
      store.close()
    },
  }
}
