import { parseArgs } from 'node:util'
import { stringify } from 'yaml'
import { diffReport } from '../src/diff/diff.ts'
import { outcomeWords } from '../src/diff/diff-report.ts'
import { shownPath } from '../src/document/locations.ts'
import { readDocument } from '../src/document/read-document.ts'
import { ours } from '../src/generate/options.ts'
import { CannotRunError } from '../src/report/cannot-run-error.ts'
import { type ExitCode, exitOnSignals, runCommand, say } from '../src/report/command.ts'
import { outputFile, writeWhole } from '../src/report/output-file.ts'
import { userPath } from '../src/report/user-folder.ts'
import { isUrl } from '../src/upstream/fetched-document.ts'
import { overlay } from '../src/upstream/overlay.ts'
import { type UpstreamDocuments, upstreamDocuments } from '../src/upstream/upstream-documents.ts'
import { diffReporter } from './diff/options.ts'

const usage = `Usage: npm run upstream -- FILE|URL [OPTIONS]

Tells what a published OpenAPI document has that ours has not, in the form of npm run diff with ours as the base, and
the overlay that would bring ours to it. Nothing is changed. Exit codes: 0 when they do not differ, 1 when they do.

  --spec FILE      our document (default: spec/openapi.yaml)
  --paths PREFIX   which paths of theirs (default: what all of ours begin with)
  --format FORMAT  text (default), json, markdown, html or github
  --overlay FILE   where the overlay goes (default: behind the text; the other formats leave it out)`

await runCommand(usage, async (): Promise<ExitCode> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      spec: { type: 'string', default: ours.spec },
      paths: { type: 'string' },
      format: { type: 'string', default: 'text' },
      overlay: { type: 'string' },
    },
  })
  const [given, another] = positionals
  if (given === undefined || another !== undefined)
    throw new CannotRunError('Say which document: npm run upstream -- FILE|URL takes one file or URL.')
  if (values.paths !== undefined && !values.paths.startsWith('/'))
    throw new CannotRunError(`--paths ${values.paths} is no path; begin it with a slash.`)
  const reporter = diffReporter(values.format)
  const file = values.overlay === undefined ? undefined : outputFile('--overlay', values.overlay)
  exitOnSignals()
  const spec = userPath(values.spec)
  const { bundle, locate } = await readDocument(spec)
  const source = isUrl(given) ? given : userPath(given)
  const documents = await upstreamDocuments({ ours: bundle, source, paths: values.paths })
  tell(documents)
  const changes = overlay(documents.ours, documents.theirs)
  const report = await diffReport(
    { name: shownPath(spec), bundle: documents.ours, locate },
    { name: given, bundle: documents.theirs, locate: () => undefined },
  )
  process.stdout.write(reporter.render(report))
  if (changes === undefined) return 0
  const text = stringify(changes, { lineWidth: 120, aliasDuplicateObjects: false })
  if (file !== undefined) writeWhole(file, text)
  else if (reporter.id === 'text') process.stdout.write(`\n${text}`)
  say(
    `${outcomeWords(report)}. ${file === undefined ? 'The' : `${values.overlay} holds the`} overlay would bring ours to theirs.`,
  )
  return 1
})

function tell({ kept, missing, added }: UpstreamDocuments): void {
  say(`${kept} operations kept, ${missing.length} of ours missing there, ${added.length} new there.`)
  for (const name of missing) say(`  missing there: ${name}`)
  for (const name of added) say(`  new there: ${name}`)
}
