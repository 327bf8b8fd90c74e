import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type JsonObject, textAt } from '../document/json.ts'
import { redocly } from '../document/redocly.ts'
import { temporaryFolder } from '../document/temporary-folder.ts'
import { CannotRunError } from '../report/cannot-run-error.ts'
import { docsDocument } from './docs-document.ts'

/**
 * The document as Redoc shows it: one HTML file that asks no other host for anything.
 *
 * @throws {CannotRunError} when Redocly cannot build it
 */
export async function redocPage(bundle: JsonObject): Promise<string> {
  const { path: folder, remove } = temporaryFolder('docs')
  try {
    const source = join(folder, 'openapi.json')
    const built = join(folder, 'index.html')
    await writeFile(source, JSON.stringify(docsDocument(bundle)))
    await writeFile(join(folder, 'redocly.yaml'), settings)
    const title = textAt(bundle.info, 'title') ?? 'API reference'
    const { code, output } = await redocly(
      ['build-docs', source, '--inlineBundle', '--title', title, '--output', built],
      folder,
    )
    if (code !== 0) throw new CannotRunError(`The page of Redoc was not built:\n${output}`)
    return selfContained(await readFile(built, 'utf8'))
  } finally {
    remove()
  }
}

/** The page shows what a request requires first, and reports nothing to anybody. */
const settings = `openapi:
  disableTelemetry: true
  sortRequiredPropsFirst: true
  hideDownloadButtons: false
`

/** The page's own logo comes from a vendor's host, and no setting says otherwise: the name of the page's maker takes its place. */
function selfContained(html: string): string {
  return html.replaceAll(
    /https:\/\/cdn\.redoc\.ly\/redoc\/[\w-]+\.svg/g,
    `data:image/svg+xml,${encodeURIComponent(wordmark)}`,
  )
}

const wordmark =
  '<svg xmlns="http://www.w3.org/2000/svg" width="48" height="14"><text y="11" font-family="sans-serif" font-size="12">Redoc</text></svg>'
