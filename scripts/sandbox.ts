import { CannotRunError } from '../src/report/cannot-run-error.ts'
import { type ExitCode, exitOnSignals, nextSignal, runCommand, say } from '../src/report/command.ts'
import { userPath } from '../src/report/user-folder.ts'
import { type Fault, faultForms, faultHeader, longestMs, parseFault } from '../src/sandbox/faults.ts'
import { gatewaysHandler } from '../src/sandbox/handler.ts'
import { sandboxPort, startSandbox } from '../src/sandbox/http-server.ts'
import { idSource } from '../src/sandbox/ids.ts'
import { sqliteStore } from '../src/sandbox/store.ts'

// As in http-server.ts: an import of node:util would load all that it exports.
const { parseArgs } = process.getBuiltinModule('node:util')

const usage = `Usage: npm run sandbox [-- OPTIONS]

Runs a gateways service that keeps what it is told, until it is interrupted.

  --port N          where it listens (default: ${sandboxPort}; 0 takes a free port)
  --host NAME       the address that it listens on (default: 127.0.0.1)
  --token T         the only API access token that is let in (default: any)
  --ready-after MS  how long a creation, an update and a deletion take (default: 2000)
  --file DB         keeps the gateways in this file (default: in memory)
  --seed N          makes the ids that the sandbox chooses the same in every run
  --latency MS      how long every answer waits
  --fault SPEC      what goes wrong with every answer; a request asks for itself with the header ${faultHeader}

SPEC is latency=MS, or one of these, or both with a comma between them:
  status=503        this error instead of the service, from 400 to 599; ;retry-after=SECONDS may follow
  html              a page of HTML with status 502 instead of the service
  reset             the request is carried out, then the connection is reset
  truncate          the request is carried out, the answer ends half way
  stall             the request is carried out, the answer stops half way until the client leaves`

await runCommand(usage, async (): Promise<ExitCode> => {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: String(sandboxPort) },
      host: { type: 'string', default: '127.0.0.1' },
      token: { type: 'string' },
      'ready-after': { type: 'string', default: '2000' },
      file: { type: 'string' },
      seed: { type: 'string' },
      latency: { type: 'string' },
      fault: { type: 'string' },
    },
  })
  const port = wholeNumber('--port', values.port, 65_535)
  const readyAfterMs = wholeNumber('--ready-after', values['ready-after'])
  const newId = idSource(values.seed === undefined ? undefined : wholeNumber('--seed', values.seed))
  const { host, token } = values
  if (token !== undefined && !/^\S+$/.test(token)) throw new CannotRunError('--token needs a token without spaces.')
  const fault = faultOf(values.fault, values.latency)
  const exitNoMore = exitOnSignals()
  const store = opened(values.file)
  const handler = gatewaysHandler({ store, token, readyAfterMs, newId })
  const sandbox = await startSandbox({ handler, port, host, fault, log: say }).catch((error: Error) => {
    throw new CannotRunError(`The sandbox cannot listen: ${error.message}`)
  })
  const interrupted = nextSignal(exitNoMore)
  process.stdout.write(`${sandbox.baseUrl}\n`)
  await interrupted
  await sandbox.stop()
  store.close()
  say('The sandbox has stopped.')
  return 0
})

function wholeNumber(option: string, text: string, maximum = longestMs): number {
  if (/^\d+$/.test(text) && Number(text) <= maximum) return Number(text)
  throw new CannotRunError(`${option} ${text} does not work; use a whole number from 0 to ${maximum}.`)
}

function faultOf(text: string | undefined, latency: string | undefined): Fault {
  const fault = text === undefined ? {} : parseFault(text)
  if (!fault) throw new CannotRunError(`--fault ${text} does not work; use ${faultForms}.`)
  return latency === undefined ? fault : { ...fault, latencyMs: wholeNumber('--latency', latency) }
}

function opened(file: string | undefined) {
  try {
    return sqliteStore(file === undefined ? undefined : userPath(file))
  } catch (error) {
    throw new CannotRunError(`--file ${file} cannot be used: ${error instanceof Error ? error.message : error}`)
  }
}
