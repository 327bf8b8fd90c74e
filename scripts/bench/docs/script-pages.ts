import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { ours } from '../../../src/generate/options.ts'
import { type Tarball, unpacked } from '../peers.ts'
import type { ReaderPage } from './reader-page.ts'

/** A tool that is one script: no build, the page reads the document. */
export interface ScriptTool {
  readonly name: string
  readonly tarball: Tarball
  /** What the page loads of the package. */
  readonly files: readonly string[]
  /** What stands in the head and in the body of the page, as the tool's documentation has it for plain HTML. */
  readonly head: string
  readonly body: string
  /** The link to createGateway within the page. */
  readonly link: string
}

/** The document of all pages, from the page's own server. */
const document = 'openapi.json'

export const scriptTools: readonly ScriptTool[] = [
  {
    name: 'Scalar',
    tarball: {
      name: '@scalar/api-reference',
      version: '1.76.0',
      integrity: 'sha512-pjqwnzmA9YK3ZX+IZSICMsywm4qI6HLSngR2py9H6TvFApHHuJjkTAd+gFJfnqJDzJuro8k7ji6JCtJ2U+Byng==',
    },
    files: ['dist/browser/standalone.js'],
    head: '',
    body: `<div id="app"></div>
<script src="standalone.js"></script>
<script>Scalar.createApiReference('#app', { url: '${document}' })</script>`,
    link: '#tag/gatewayservice/POST/v1alpha1/inference/gateways',
  },
  {
    name: 'Swagger UI',
    tarball: {
      name: 'swagger-ui-dist',
      version: '5.35.0',
      integrity: 'sha512-U06rpMtW9V3XPGOBeamTUSr0Z09jMX4IJuANpE/EZbAhw0G8CgwrzU4YmXkn/h0wCDNsXdGarTNNHC3sU8yVUQ==',
    },
    files: ['swagger-ui-bundle.js', 'swagger-ui.css'],
    head: '<link rel="stylesheet" href="swagger-ui.css">',
    body: `<div id="swagger-ui"></div>
<script src="swagger-ui-bundle.js"></script>
<script>
window.onload = () => SwaggerUIBundle({ url: '${document}', dom_id: '#swagger-ui', deepLinking: true })
</script>`,
    link: '#/GatewayService/createGateway',
  },
  {
    name: 'Elements',
    tarball: {
      name: '@stoplight/elements',
      version: '9.0.25',
      integrity: 'sha512-rDbNsgSCNo74lyV57cBzym+8F68/R2j7UPq4r3w5qK608vX8APNJhTq+2MkbTjsM3bUhFIoRdI225tlI85KpCA==',
    },
    files: ['web-components.min.js', 'styles.min.css'],
    head: '<script src="web-components.min.js"></script>\n<link rel="stylesheet" href="styles.min.css">',
    body: `<elements-api apiDescriptionUrl="${document}" router="hash"></elements-api>`,
    link: '#/operations/createGateway',
  },
]

/** Its name with its version. */
export function versioned({ name, tarball }: ScriptTool): string {
  return `${name} ${tarball.version}`
}

/** The page of a tool, in a folder with its files and the document. */
export function scriptPage(tool: ScriptTool, folder: string, cache: string): ReaderPage {
  const own = join(folder, basename(tool.tarball.name))
  const path = `index.html${tool.link}`
  const page = { tool: versioned(tool), makes: 'one page; nothing without a script', folder: own, path }
  const place = unpacked(tool.tarball, cache)
  if (place === undefined) return { ...page, missing: 'skipped: it could not be fetched from the registry' }
  mkdirSync(own, { recursive: true })
  for (const file of tool.files) cpSync(join(place, file), join(own, basename(file)))
  cpSync(join(ours.out, document), join(own, document))
  writeFileSync(join(own, 'index.html'), html(tool))
  return page
}

function html({ name, head, body }: ScriptTool): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name}</title>
${head}
</head>
<body>
${body}
</body>
</html>
`
}
