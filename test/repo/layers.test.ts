import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../workspace.ts'

/** Part → the parts that it may import. */
const arrows: Record<string, string[]> = {
  report: [],
  document: ['report'],
  generate: ['document', 'report'],
  contract: ['document', 'report'],
  docs: ['document', 'report'],
  diff: ['client', 'contract', 'docs', 'document', 'generate', 'report'],
  traffic: ['contract', 'document', 'report'],
  upstream: ['diff', 'document', 'report'],
  sandbox: ['generated'],
  client: [],
  generated: ['client'],
  gateways: ['client', 'generated'],
  'index.ts': ['client', 'gateways', 'generated'],
  'bare.ts': ['gateways'],
}

/** Part → the packages that it may import; the engine's own modules count as one. */
const packages: Record<string, string[]> = {
  report: ['node'],
  document: ['@redocly/openapi-core', 'node'],
  generate: ['ajv', 'ajv-formats', 'node', 'openapi-typescript', 'typescript'],
  contract: ['ajv', 'ajv-formats', 'fast-check', 'node', 'vitest'],
  docs: ['highlight.js', 'markdown-it', 'minisearch', 'node', 'openapi-sampler', 'rolldown', 'sanitize-html', 'yaml'],
  diff: ['fast-check', 'node', 'typescript'],
  upstream: ['node', 'yaml'],
  sandbox: ['node'],
  traffic: ['node'],
  client: ['openapi-fetch'],
  generated: [],
  gateways: [],
  'index.ts': [],
  'bare.ts': [],
}

interface Import {
  readonly file: string
  readonly target: string
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((file) => /\.(ts|js)$/.test(file))
}

/** Static and dynamic imports and re-exports; a path is resolved, a package keeps its name. */
function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8')
  const found = [...text.matchAll(/^(?:import|export)\b[^'"]*?from ['"]([^'"]+)['"]|\bimport\(['"]([^'"]+)['"]\)/gm)]
  return found.map(([, fixed, dynamic]) => {
    const target = fixed ?? dynamic ?? ''
    return { file, target: target.startsWith('.') ? relative(root, join(root, dirname(file), target)) : target }
  })
}

function partOf(file: string): string {
  const [top = '', second = ''] = file.split('/')
  return top === 'src' ? second : top
}

const files = [...sources('src'), ...sources('generated')]
const imports = files.flatMap(importsOf)
const inside = imports.filter(({ target }) => /^(src|generated)\//.test(target))

describe('the parts of src', () => {
  test('are those that the arrows name', () => {
    expect([...new Set(files.map(partOf))].sort()).toEqual(Object.keys(arrows).sort())
  })

  test('import only what the arrows allow', () => {
    const wrong = inside.filter(
      ({ file, target }) => partOf(file) !== partOf(target) && !arrows[partOf(file)]?.includes(partOf(target)),
    )
    expect(wrong).toEqual([])
  })

  test('use only the packages that they are meant to', () => {
    const used = imports
      .filter(({ target }) => !/^(src|generated)\/|^\$\{/.test(target))
      .map(({ file, target }) => ({ file, name: packageName(target) }))
    expect(used.filter(({ file, name }) => !packages[partOf(file)]?.includes(name))).toEqual([])
  })

  test('have no import cycle', () => {
    const edges = Map.groupBy(inside, ({ file }) => file)
    const cycles: string[][] = []
    const visit = (file: string, path: readonly string[]) => {
      if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file])
      else if (!done.has(file))
        for (const { target } of edges.get(file) ?? [])
          visit(
            target.replace(/\.js$/, (end) => (files.includes(target) ? end : '.ts')),
            [...path, file],
          )
      done.add(file)
    }
    const done = new Set<string>()
    for (const file of files) visit(file, [])
    expect(cycles).toEqual([])
  })
})

describe('what is loaded on demand', () => {
  const parts = ['src/client/http-call.ts', 'src/gateways/later.ts']
  const atOnce = withImported('src/index.ts', 'src/bare.ts')

  test('is imported by nothing that is loaded at once', () => {
    expect(parts.filter((part) => atOnce.has(part))).toEqual([])
    for (const part of parts) expect(imports.map(({ target }) => target)).toContain(part)
  })

  // Bundlers cut what both import out of both, or run it too late when they put all of it into one file.
  test('has no files in common with the rest but one, which is functions alone', () => {
    const common = [...withImported(...parts)].filter((file) => atOnce.has(file))
    expect(common).toEqual(['src/gateways/status.ts'])
    const statements = readFileSync(join(root, 'src/gateways/status.ts'), 'utf8').match(/^\w.*/gm)
    for (const statement of statements ?? []) expect(statement).toMatch(/^(import type|(export )?function) /)
  })
})

/** Files with all that they import and that imports, in a running program: types and what is loaded on demand left out. */
function withImported(...entries: readonly string[]): ReadonlySet<string> {
  const found = new Set(entries)
  // What is added while the set is walked through is walked through too.
  for (const file of found) {
    const text = readFileSync(join(root, file), 'utf8')
    for (const [, target = ''] of text.matchAll(/^(?:import|export)\b(?! type\b)[^'"]*?from ['"](\.[^'"]+)['"]/gm))
      found.add(relative(root, join(root, dirname(file), target)))
  }
  return found
}

test('the client uses nothing that only one engine has', () => {
  for (const file of [...sources('src/client'), ...sources('src/gateways')]) {
    expect(readFileSync(join(root, file), 'utf8'), file).not.toMatch(
      /\b(process|Buffer|require|__dirname|setImmediate)\b\s*[.([]/,
    )
  }
})

test('of the parts only the gateways’ own and the sandbox know gateways: the others work on any document', () => {
  const knowing = /^(generated\/|src\/(gateways|sandbox)\/|src\/(index|bare)\.ts$)/
  for (const file of files.filter((name) => !knowing.test(name))) {
    const code = readFileSync(join(root, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    expect(code.replaceAll('inference-gateways', ''), file).not.toMatch(/gateway/i)
  }
})

test('no file of src or scripts is longer than 300 lines', () => {
  const long = [...sources('src'), ...sources('scripts')].filter(
    (file) => readFileSync(join(root, file), 'utf8').split('\n').length > 301,
  )
  expect(long).toEqual([])
})

function packageName(target: string): string {
  if (target.startsWith('node:')) return 'node'
  const [scope = '', name = ''] = target.split('/')
  return scope.startsWith('@') ? `${scope}/${name}` : scope
}
