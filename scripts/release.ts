import { parseArgs } from 'node:util'
import { CannotRunError } from '../src/report/cannot-run-error.ts'
import { type ExitCode, exitOnSignals, runCommand, say } from '../src/report/command.ts'
import { userPath } from '../src/report/user-folder.ts'
import { obstacles } from './release/obstacles.ts'
import { prepare } from './release/prepare.ts'
import { publish, publishCommands } from './release/publish.ts'
import { readRelease } from './release/release.ts'

exitOnSignals()

const usage = `Usage: npm run release [-- OPTIONS]

Makes what a release consists of in dist/release: the tarball, its SHA-512, the SBOM and the notes. Checks that it can
be released, and prints the commands that would do it. Nothing is published without --publish.

  --tarball FILE  releases this tarball instead of the one packed from here
  --publish       publishes the tarball that --tarball names, and makes the tag and the release`

await runCommand(usage, async (): Promise<ExitCode> => {
  const { values } = parseArgs({
    options: { tarball: { type: 'string' }, publish: { type: 'boolean', default: false } },
  })
  const isReal = values.publish
  if (isReal && values.tarball === undefined)
    throw new CannotRunError('--publish needs --tarball FILE: what is published is what was tested.')
  const release = await readRelease()
  const { findings, warnings } = await obstacles(release, isReal)
  for (const warning of warnings) say(`warning: ${warning}`)
  for (const finding of findings) process.stdout.write(`error: ${finding}\n`)
  if (findings.length > 0) return 1
  const files = await prepare(release, values.tarball === undefined ? undefined : userPath(values.tarball))
  if (isReal) return publish(release, files)
  for (const [command, ...args] of publishCommands(release, files))
    process.stdout.write(`${[command, ...args].join(' ')}\n`)
  say('A dry run: nothing was published.')
  return 0
})
