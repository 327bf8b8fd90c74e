import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { ours } from '../../../src/generate/options.ts'
import { ownScript } from '../../common/own-script.ts'
import type { Tool } from '../processes.ts'

/** Where the pages of our document are built. */
export interface Built {
  readonly site: string
  readonly redoc: string
}

/** Our site, in a folder. */
export function site(spec: string, folder: string): Tool {
  const command = [process.execPath, ...ownScript('docs', '--no-redoc', '--spec', spec, '--out', folder)]
  return { name: 'ours', makes: 'a page for each operation, Markdown, search, changelog', command, cwd: ours.root }
}

/** The page that Redoc makes, with all that it needs inside: `index.html` of a folder. */
export function redoc(spec: string, folder: string): Tool {
  mkdirSync(folder, { recursive: true })
  const cli = join(ours.root, 'node_modules/@redocly/cli/bin/cli.js')
  const output = ['--inlineBundle', '--output', join(folder, 'index.html')]
  const command = [process.execPath, cli, 'build-docs', spec, ...output]
  return { name: 'redocly build-docs', makes: 'one page that needs a script', command, cwd: folder }
}
