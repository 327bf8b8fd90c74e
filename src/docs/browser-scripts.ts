import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

/** File name → script, for browsers; made once in a process. */
export type BrowserScripts = ReadonlyMap<string, string>

let made: Promise<BrowserScripts> | undefined

/** The scripts of the site: classic ones, because a page from a file may load no modules. */
export function browserScripts(): Promise<BrowserScripts> {
  made ??= Promise.all(['site', 'search', 'try-it', 'live-reload'].map(bundledScript)).then((all) => new Map(all))
  return made
}

async function bundledScript(name: string): Promise<readonly [string, string]> {
  const input = fileURLToPath(new URL(`./browser/${name}.ts`, import.meta.url))
  const bundle = await rolldown({ input, platform: 'browser', logLevel: 'warn' })
  try {
    const { output } = await bundle.generate({ format: 'iife', minify: true, comments: false })
    return [`${name}.js`, output[0].code]
  } finally {
    await bundle.close()
  }
}
