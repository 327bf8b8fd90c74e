import { parseArgs } from 'node:util'
import { mockPort, startPrism } from '../src/contract/prism.ts'
import { readDocument } from '../src/document/read-document.ts'
import { ours } from '../src/generate/options.ts'
import { CannotRunError } from '../src/report/cannot-run-error.ts'
import { type ExitCode, exitOnSignals, nextSignal, runCommand, say } from '../src/report/command.ts'
import { userPath } from '../src/report/user-folder.ts'

const usage = `Usage: npm run mock [-- OPTIONS]

Runs Prism on the document until it is interrupted.

  --spec FILE   the document (default: spec/openapi.yaml)
  --port N      where it listens on 127.0.0.1 (default: ${mockPort}; 0 takes a free port)`

await runCommand(usage, async (): Promise<ExitCode> => {
  const { values } = parseArgs({
    options: { spec: { type: 'string', default: ours.spec }, port: { type: 'string', default: String(mockPort) } },
  })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new CannotRunError(`--port ${values.port} is no port; use a whole number from 0 to 65535.`)
  }
  const exitNoMore = exitOnSignals()
  const { bundle } = await readDocument(userPath(values.spec))
  const prism = await startPrism(bundle, { port, log: (text) => process.stderr.write(text) })
  const interrupted = nextSignal(exitNoMore).then(() => 'interrupted' as const)
  process.stdout.write(`${prism.baseUrl}\n`)
  const reason = await Promise.race([interrupted, prism.ended])
  await prism.stop()
  if (reason !== 'interrupted') throw new CannotRunError('Prism ended by itself.')
  say('Prism has stopped.')
  return 0
})
