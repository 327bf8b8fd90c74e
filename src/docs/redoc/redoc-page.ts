import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type JsonObject, textAt } from '../../document/json.ts'
import { redocly } from '../../document/redocly.ts'
import { temporaryFolder } from '../../document/temporary-folder.ts'
import { CannotRunError } from '../../report/cannot-run-error.ts'
import { markup } from '../../report/markup.ts'
import { neighbours, type Site } from '../site.ts'
import { docsDocument } from './docs-document.ts'
import { redocPolicy } from './redoc-policy.ts'
import { redocTheme } from './redoc-theme.ts'

/**
 * The interactive page of a site as HTML: Redoc in one file that asks nobody for anything, and links to the pages
 * beside it.
 *
 * @throws {CannotRunError} when Redocly makes no page of the document
 */
export async function redocPage(site: Pick<Site, 'bundle' | 'lastModified' | 'order'>): Promise<string> {
  const { bundle, lastModified } = site
  const { previous } = neighbours(site, 'redoc.html')
  const repairs = await readFile(new URL('./redoc-repairs.js', import.meta.url), 'utf8')
  const program = await redocProgram(docsDocument(bundle))
  const policy = redocPolicy({ scripts: [repairs, program], styles: [redocTheme] })
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${textAt(bundle.info, 'title') ?? 'API reference'}</title>
<link rel="icon" href="data:,">
<style>${{ markup: redocTheme }}</style>
<script>${{ markup: repairs }}</script>
</head>
<body>
<header class="site">
<a class="skip" href="#api-content">Skip to content</a>
<a href="index.html">All pages</a>
${previous ? markup`<a rel="prev" href="${previous.path}"><span class="word">Previous: </span>${previous.title}</a>\n` : ''}${
  lastModified === undefined
    ? ''
    : markup`<span class="modified">Last modified <time datetime="${lastModified}">${lastModified}</time></span>\n`
}</header>
<noscript><p>This page needs JavaScript; the <a href="index.html">other pages</a> do not.</p></noscript>
<div id="redoc"></div>
<script type="module">${{ markup: program }}</script>
</body>
</html>
`
  return page.markup
}

/**
 * Redoc, the document and the call that shows it, as the text of one script. What Redocly renders in advance is left
 * out: it holds no operation, and its `style` attributes would ask the policy for an exception.
 */
async function redocProgram(document: JsonObject): Promise<string> {
  const { path: folder, remove } = temporaryFolder('redoc')
  try {
    await writeFile(join(folder, 'openapi.json'), JSON.stringify(document, staying))
    await writeFile(join(folder, 'redocly.yaml'), settings)
    await writeFile(join(folder, 'template.hbs'), '{{{redocHTML}}}')
    const { code, output } = await redocly(
      ['build-docs', 'openapi.json', '--inlineBundle', '--template', 'template.hbs', '--output', 'redoc.html'],
      folder,
    )
    if (code !== 0) throw new CannotRunError(`The interactive page was not built:\n${output}`)
    return selfContained(lastScript(await readFile(join(folder, 'redoc.html'), 'utf8')))
  } finally {
    remove()
  }
}

/** The page shows what a request requires first, leaves room for our bar, and reports nothing to anybody. */
const settings = `openapi:
  disableTelemetry: true
  sortRequiredPropsFirst: true
  scrollYOffset: 40
`

/** The last one, for what comes before is rendered from the document; inside a script Redocly writes `<` as `\u003c`. */
function lastScript(html: string): string {
  const tag = '<script type="module">'
  const from = html.lastIndexOf(tag)
  const to = html.lastIndexOf('</script>')
  if (from === -1 || to < from) throw new CannotRunError('Redocly built a page without the script that shows it.')
  return html.slice(from + tag.length, to)
}

/**
 * For `JSON.stringify`: texts that lead nobody away and frame nothing. Redoc keeps `<meta http-equiv="refresh">` of a
 * description, which no policy forbids; with a space of no width it is no tag, in code as in prose. Redoc's own way to
 * clean texts breaks the policy, and fails while Redocly renders in advance.
 */
function staying(key: string, value: unknown): unknown {
  const isText = typeof value === 'string' && ['description', 'summary', 'title', 'x-displayName'].includes(key)
  return isText ? value.replaceAll(/<(?=(?:meta|iframe|object|embed)\b)/gi, '<\u200b') : value
}

/** The page's own logo comes from a vendor's host, and no setting says otherwise: the name of the page's maker takes its place. */
function selfContained(script: string): string {
  return script.replaceAll(
    /https:\/\/cdn\.redoc\.ly\/redoc\/[\w-]+\.svg/g,
    `data:image/svg+xml,${encodeURIComponent(wordmark)}`,
  )
}

const wordmark =
  '<svg xmlns="http://www.w3.org/2000/svg" width="48" height="14"><text y="11" font-family="sans-serif" font-size="12">Redoc</text></svg>'
