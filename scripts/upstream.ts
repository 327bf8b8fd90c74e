import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { stringify } from 'yaml'
import { readDocument } from '../src/document/read-document.ts'
import { ours } from '../src/generate/options.ts'
import { CannotRunError } from '../src/report/cannot-run-error.ts'
import { type ExitCode, runCommand, say } from '../src/report/command.ts'
import { userPath } from '../src/report/user-folder.ts'
import { isUrl } from '../src/upstream/fetched-document.ts'
import { overlay } from '../src/upstream/overlay.ts'
import { type UpstreamDocuments, upstreamDocuments } from '../src/upstream/upstream-documents.ts'

const usage = `Usage: npm run upstream -- FILE|URL [OPTIONS]

Compares a published OpenAPI document with ours, and writes the overlay that would bring ours to it.
Nothing is changed. Exit codes: 0 when they do not differ, 1 when they do.

  --spec FILE      our document (default: spec/openapi.yaml)
  --paths PREFIX   which paths of theirs (default: what all of ours begin with)
  --overlay FILE   where the overlay goes (default: to stdout)`

await runCommand(usage, async (): Promise<ExitCode> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      spec: { type: 'string', default: ours.spec },
      paths: { type: 'string' },
      overlay: { type: 'string' },
    },
  })
  const [given, another] = positionals
  if (given === undefined || another !== undefined)
    throw new CannotRunError('Say which document: npm run upstream -- FILE|URL takes one file or URL.')
  if (values.paths !== undefined && !values.paths.startsWith('/'))
    throw new CannotRunError(`--paths ${values.paths} is no path; begin it with a slash.`)
  const { bundle } = await readDocument(userPath(values.spec))
  const source = isUrl(given) ? given : userPath(given)
  return told(await upstreamDocuments({ ours: bundle, source, paths: values.paths }), values.overlay)
})

function told(documents: UpstreamDocuments, file: string | undefined): ExitCode {
  const { kept, missing, added } = documents
  say(`${kept} operations kept, ${missing.length} of ours missing there, ${added.length} new there.`)
  for (const name of missing) say(`  missing there: ${name}`)
  for (const name of added) say(`  new there: ${name}`)
  const changes = overlay(documents.ours, documents.theirs)
  if (changes === undefined) {
    say('The documents do not differ.')
    return 0
  }
  write(stringify(changes, { lineWidth: 120, aliasDuplicateObjects: false }), file)
  return 1
}

function write(text: string, file: string | undefined): void {
  if (file === undefined) {
    process.stdout.write(text)
    return
  }
  try {
    writeFileSync(userPath(file), text)
    say(`${file} brings our document to theirs.`)
  } catch (cause) {
    throw new CannotRunError(`Cannot write ${file}: ${cause instanceof Error ? cause.message : cause}`, { cause })
  }
}
