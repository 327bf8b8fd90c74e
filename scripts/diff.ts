import { parseArgs } from 'node:util'
import { ours } from '../src/generate/options.ts'
import { CannotRunError } from '../src/report/cannot-run-error.ts'
import { type ExitCode, exitOnSignals, runCommand, say } from '../src/report/command.ts'
import { textReport } from '../src/report/text-reporter.ts'
import { userPath } from '../src/report/user-folder.ts'
import { type DiffChoices, diffChoices } from './diff/options.ts'

const usage = `Usage: npm run diff [-- OPTIONS]

Tells what changed in the document, who is hurt, and which version that needs.

  --spec FILE            the document (default: spec/openapi.yaml)
  --base FILE|REVISION   what it is compared with (default: its last release, a git tag such as v1.2.0; where there is
                         none, the point at which it left the default branch)
  --format FORMAT        text (default), json, markdown, html or github
  --output FILE          where the comparison goes (default: stdout)
  --fail-on BUMP         exit 1 for changes that need this or more: major (default), minor, patch or none
  --documents-only       compile nothing and call nothing
  --check-version        only whether info.version, package.json and CHANGELOG.md carry the version that the changes
                         since the last release need; without a release there is nothing to carry`

await runCommand(usage, async (): Promise<ExitCode> => {
  const { values } = parseArgs({
    options: {
      spec: { type: 'string', default: ours.spec },
      base: { type: 'string' },
      format: { type: 'string', default: 'text' },
      output: { type: 'string' },
      'fail-on': { type: 'string', default: 'major' },
      'documents-only': { type: 'boolean', default: false },
      'check-version': { type: 'boolean', default: false },
    },
  })
  const choices = diffChoices(values)
  exitOnSignals()
  const spec = userPath(values.spec)
  const { baseRevision } = await import('../src/diff/base-revision.ts')
  const base = await baseRevision(spec, values.base)
  return choices.isVersionCheck ? checkVersion(spec, base, choices) : compare(spec, base, choices)
})

type Base = Awaited<ReturnType<typeof import('../src/diff/base-revision.ts').baseRevision>>

async function compare(spec: string, base: Base, { reporter, failOn, write, isTried }: DiffChoices): Promise<ExitCode> {
  if (base === undefined)
    throw new CannotRunError('There is nothing to compare with: no release, and no default branch. Give --base.')
  const { diff } = await import('../src/diff/diff.ts')
  const { report } = await diff({ spec, base, isTried })
  const { outcomeWords } = await import('../src/diff/diff-report.ts')
  write(reporter.render(report))
  say(outcomeWords(report))
  return failOn(report.bump) ? 1 : 0
}

async function checkVersion(spec: string, base: Base, { isTried }: DiffChoices): Promise<ExitCode> {
  if (!base?.isRelease) {
    say('The document has no release here (a tag such as v1.2.0), so its version has nothing to carry.')
    return 0
  }
  const [{ diff }, { missingVersions }] = await Promise.all([
    import('../src/diff/diff.ts'),
    import('../src/diff/version/carried-version.ts'),
  ])
  const { report, revision } = await diff({ spec, base, isTried })
  const { bump, nextVersion } = report
  if (bump === 'none') {
    say(`The document is as it was in ${base.name}.`)
    return 0
  }
  if (nextVersion === undefined)
    throw new CannotRunError(
      `The info.version of ${base.name} is ${report.base.version}, which is no SemVer; nothing follows from it.`,
    )
  const findings = missingVersions(revision, { version: nextVersion, since: base.name })
  process.stdout.write(textReport(findings))
  say(
    `The changes since ${base.name} are ${bump}: ${report.base.version} → ${nextVersion} or higher${findings.length === 0 ? ', and that is carried' : '; npm run diff tells them'}.`,
  )
  return findings.length === 0 ? 0 : 1
}
