import { relative } from 'node:path'
import { parseArgs } from 'node:util'
import { lintDocument } from '../src/document/redocly.ts'
import { ours } from '../src/generate/options.ts'
import { exitOnSignals, runCommand } from '../src/report/command.ts'
import { errorsOf } from '../src/report/finding.ts'
import { runStages, type Stage } from '../src/report/stages.ts'
import { textReport } from '../src/report/text-reporter.ts'

exitOnSignals()

const usage = `Usage: npm start

Does the main job once: lints the document, generates, runs the contract suite against an embedded Prism and
builds the reference site.`

const lint: Stage = {
  name: 'lint',
  run: async () => {
    const { code, output } = await lintDocument(ours.root)
    return { ok: code === 0, summary: code === 0 ? 'the document keeps all rules' : 'see below', details: output }
  },
}

const generate: Stage = {
  name: 'generate',
  run: async () => {
    const [pipeline, writing] = await Promise.all([
      import('../src/generate/pipeline.ts'),
      import('../src/generate/write-files.ts'),
    ])
    const { files, warnings } = await pipeline.generate(ours)
    process.stderr.write(textReport(warnings))
    const changed = writing.writeFiles(ours.out, files)
    const what = changed.length === 0 ? 'none changed' : `${changed.join(', ')} changed`
    return { ok: true, summary: `${files.size} files in generated, ${what}` }
  },
}

const contract: Stage = {
  name: 'contract',
  run: async () => {
    const [{ contractAgainstPrism }, { contractDocument }] = await Promise.all([
      import('../src/contract/against-prism.ts'),
      import('../src/contract/contract-document.ts'),
    ])
    const { report, target } = await contractAgainstPrism(await contractDocument(ours.spec))
    const { cases, failed } = report.summary
    return {
      ok: errorsOf(report.findings).length === 0,
      summary: `${cases} cases against ${target.name}, ${failed} failed`,
      details: textReport(report.findings),
    }
  },
}

const docs: Stage = {
  name: 'docs',
  run: async () => {
    const { buildDocs } = await import('../src/docs/build-docs.ts')
    const { pages } = await buildDocs({ spec: ours.spec, out: ours.docs })
    return { ok: true, summary: `${pages} pages in ${relative(process.cwd(), ours.docs)}` }
  },
}

await runCommand(usage, async () => {
  parseArgs()
  return runStages([lint, generate, contract, docs])
})
