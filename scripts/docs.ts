import { parseArgs } from 'node:util'
import { buildDocs } from '../src/docs/build-docs.ts'
import { ours } from '../src/generate/options.ts'
import { CannotRunError } from '../src/report/cannot-run-error.ts'
import { type ExitCode, exitOnSignals, runCommand, say } from '../src/report/command.ts'
import { userPath } from '../src/report/user-folder.ts'

const defaultPort = 4030

const usage = `Usage: npm run docs [-- OPTIONS]

Builds the reference site: static pages that need no script and ask no other host for anything.

  --spec FILE    the document (default: spec/openapi.yaml)
  --out DIR      where the site belongs (default: dist/docs)
  --url URL      where the site will stand; sitemap.xml, llms.txt and 404.html then name whole addresses
  --no-redoc     without redoc.html, which takes the most time
  --serve        serve the site instead, build it again after every change of the document, and try operations out
  --port N       with --serve: where it listens on 127.0.0.1 (default: ${defaultPort}; 0 takes a free port)
  --target NAME  with --serve: what requests are sent to: sandbox, mock, or the URL of a service on this machine
                 (default: sandbox for spec/openapi.yaml, mock for another document)`

const exitNoMore = exitOnSignals()

await runCommand(usage, async (): Promise<ExitCode> => {
  const { values } = parseArgs({
    options: {
      spec: { type: 'string', default: ours.spec },
      out: { type: 'string', default: ours.docs },
      url: { type: 'string' },
      'no-redoc': { type: 'boolean', default: false },
      serve: { type: 'boolean', default: false },
      port: { type: 'string' },
      target: { type: 'string' },
    },
  })
  for (const name of ['spec', 'out'] as const)
    if (values[name] === '')
      throw new CannotRunError(`--${name} is empty; name a ${name === 'spec' ? 'file' : 'folder'}.`)
  const [spec, out] = [userPath(values.spec), userPath(values.out)]
  const hasRedoc = !values['no-redoc']
  if (values.serve) {
    if (values.url !== undefined) throw new CannotRunError('--url goes with a site that is built, not with --serve.')
    const { serve } = await import('./docs/serve.ts')
    return serve({
      spec,
      out,
      hasRedoc,
      port: values.port ?? String(defaultPort),
      target: values.target,
      exitNoMore,
    })
  }
  for (const name of ['port', 'target'] as const)
    if (values[name] !== undefined) throw new CannotRunError(`--${name} goes with --serve.`)
  const { pages, bytes } = await buildDocs({ spec, out, url: values.url, hasRedoc })
  say(`${out}: ${pages} pages, ${Math.round(bytes / 1024)} kB`)
  return 0
})
