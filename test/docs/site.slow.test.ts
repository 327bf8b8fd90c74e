import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { parse } from 'yaml'
import { pagesOf, readSite } from '../../src/docs/build-docs.ts'
import { writeSite } from '../../src/docs/write-site.ts'
import { root, runScript, temporaryFolder } from '../workspace.ts'
import { brokenLinks, linksIn } from './links.ts'
import { fixture, ourSite, ourSpec } from './reference.ts'

const files = await pagesOf(ourSite)
const fixtures = readdirSync(join(root, 'test/fixtures/documents'))
const htmlOf = (all: ReadonlyMap<string, string>) => [...all].filter(([path]) => path.endsWith('.html'))

test('the site has every file that is promised', () => {
  const operations = [
    'createGateway',
    'deleteGateway',
    'getGateway',
    'getGatewayParameters',
    'listGateways',
    'updateGateway',
  ]
  expect([...files.keys()].sort()).toEqual(
    [
      ...['404.html', 'changelog.html', 'icon.svg', 'index.html', 'index.md', 'llms-full.txt', 'llms.txt'],
      ...['openapi.json', 'openapi.yaml', 'search-entries.js', 'search.js', 'site.css', 'site.js', 'sitemap.xml'],
      ...operations.flatMap((name) => [`operations/${name}.html`, `operations/${name}.md`]),
    ].sort(),
  )
})

test('every link of every page resolves, deep links too', () => {
  const count = [...files].flatMap(([path, text]) => linksIn(path, text)).length
  expect(count).toBeGreaterThan(700)
  expect(brokenLinks(files)).toEqual([])
  const broken = new Map([...files, ['operations/getGateway.html', '']])
  expect(brokenLinks(broken).length).toBeGreaterThan(10)
})

test('every page has a strict policy, and needs neither inline styles nor inline scripts', () => {
  for (const [path, html] of htmlOf(files)) {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? ''
    expect(policy, path).toMatch(/^default-src 'none'; /)
    expect(policy, path).not.toMatch(/unsafe|\*|https?:|data:/)
    expect(html, path).not.toMatch(/ style="| on\w+="|<script(?![^>]* src=)/)
    expect(html, path).not.toMatch(/ (?:src|href)="(?:https?:)?\/\/(?!api\.)/)
  }
})

test('every page tells its language, its title, its description and where its content is', () => {
  const titles = htmlOf(files).map(([path, html]) => {
    expect(html, path).toMatch(/^<!doctype html>\n<html lang="en">/)
    expect(html.match(/<h1/g), path).toHaveLength(1)
    return /<title>(.*?)<\/title>/.exec(html)?.[1] ?? ''
  })
  expect(new Set(titles).size).toBe(titles.length)
  expect(titles).toContain('Create a gateway – Inference gateways API')
})

test('the overview says what the API is, authentication, lifecycle, errors, rules and all operations', () => {
  const html = files.get('index.html') ?? ''
  for (const title of [
    'Lifecycle',
    'One of each',
    'Operations',
    'Base URL',
    'Authentication',
    'What goes together',
    'Errors',
  ])
    expect(html).toMatch(new RegExp(`<h2[^>]*>${title}</h2>`))
  for (const { title, path } of ourSite.operations) expect(html).toContain(`<a href="${path}.html">${title}</a>`)
  for (const status of ['400', '401', '403', '404', '409', '422', '429', 'default'])
    expect(html).toContain(`<code>${status}</code>`)
})

test('next leads from the overview through every page, and previous leads back', () => {
  const link = (path: string, rel: string) =>
    new RegExp(`<link rel="${rel}" href="(?:\\.\\./)?([^"]*)">`).exec(files.get(path) ?? '')?.[1]
  const seen = ['index.html']
  for (let next = link('index.html', 'next'); next !== undefined; next = link(next, 'next')) {
    expect(link(next, 'prev')).toBe(seen.at(-1))
    seen.push(next)
  }
  expect(seen.sort()).toEqual([...files.keys()].filter((path) => path.endsWith('.html') && path !== '404.html').sort())
})

test('programs find every page in llms.txt, and all of it in one file', () => {
  const index = files.get('llms.txt') ?? ''
  expect(index).toMatch(/^# Inference gateways API\n\n> Create and run /)
  for (const { path } of ourSite.operations) {
    expect(index).toContain(`(${path}.md)`)
    expect(files.get('llms-full.txt')).toContain(files.get(`${path}.md`)?.trim())
  }
})

test('the downloads are the whole document', () => {
  expect(JSON.parse(files.get('openapi.json') ?? '')).toEqual(ourSite.bundle)
  expect(parse(files.get('openapi.yaml') ?? '')).toEqual(ourSite.bundle)
})

test('with its address, a site names whole addresses where a reader elsewhere needs them', async () => {
  const site = await readSite({ spec: ourSpec, url: 'https://docs.example.com/gateways', hasRedoc: false })
  const all = await pagesOf(site)
  const address = 'https://docs.example.com/gateways/'
  expect(all.get('sitemap.xml')).toContain(`<loc>${address}operations/createGateway.html</loc>`)
  expect(all.get('llms.txt')).toContain(`(${address}operations/createGateway.md)`)
  expect(all.get('404.html')).toContain(`href="${address}index.html"`)
  expect(all.get('index.html')).toContain(`<link rel="canonical" href="${address}">`)
})

describe('another document', () => {
  test.each(fixtures)('%s becomes a site whose links all resolve', async (name) => {
    const site = await readSite({ spec: fixture(name), hasRedoc: false })
    const all = await pagesOf(site)
    expect(brokenLinks(all)).toEqual([])
    expect(htmlOf(all).filter(([path]) => path.startsWith('operations/'))).toHaveLength(
      site.reference.operations.length,
    )
    for (const [path, html] of htmlOf(all)) {
      expect(html, path).not.toMatch(/\[object Object\]|\bundefined\b|\bNaN\b/)
      const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
      expect(new Set(ids).size, path).toBe(ids.length)
    }
  })

  test('without x-client, samples use the client that is generated from it', async () => {
    const site = await readSite({ spec: fixture('servers'), hasRedoc: false })
    const [sample] = site.operations[0]?.view().samples.filter(({ id }) => id === 'typescript') ?? []
    expect(sample?.code).toContain("import { createClient } from './generated/client.ts'")
  })

  test('an x-client that cannot be used is refused with what it has to be', async () => {
    const folder = temporaryFolder()
    const spec = join(folder, 'openapi.yaml')
    for (const client of [
      '{ package: "a b", factory: f }',
      '{ package: a }',
      '{ package: a, factory: f, other: g }',
      'text',
    ]) {
      writeFileSync(spec, `openapi: 3.1.1\ninfo: { title: A, version: 1.0.0, x-client: ${client} }\npaths: {}\n`)
      await expect(readSite({ spec, hasRedoc: false })).rejects.toThrow('info.x-client of the document has to be')
    }
  })
})

describe('a document of many operations, or odd ones', () => {
  const head = { openapi: '3.1.1', info: { title: 'Many', version: '1.0.0' } }
  const responses = { 200: { description: 'OK' } }

  async function pagesFor(paths: object) {
    const spec = join(temporaryFolder(), 'openapi.json')
    writeFileSync(spec, JSON.stringify({ ...head, paths }))
    return pagesOf(await readSite({ spec, hasRedoc: false }))
  }

  test('lists in the navigation of a page those around it, not all of a large group', async () => {
    const names = Array.from({ length: 200 }, (_, index) => `op${1000 + index}`)
    const all = await pagesFor(
      Object.fromEntries(names.map((name) => [`/${name}`, { get: { operationId: name, responses } }])),
    )
    for (const name of ['op1000', 'op1100', 'op1199']) {
      const html = all.get(`operations/${name}.html`) ?? ''
      const listed = [...html.matchAll(/<li><a href="\.\.\/operations\/(op\d+)\.html"( aria-current="page")?/g)]
      expect(listed).toHaveLength(60)
      expect(listed.filter(([, , isCurrent]) => isCurrent).map(([, one]) => one)).toEqual([name])
      expect(html).toContain('<a href="../index.html#group-1">')
    }
    expect(brokenLinks(all)).toEqual([])
  })

  test('gives operations whose names differ in the case of letters alone files of their own', async () => {
    const all = await pagesFor({
      '/a': { get: { operationId: 'getPet', responses } },
      '/b': { get: { operationId: 'GETPET', responses } },
    })
    const pages = [...all.keys()].filter((path) => /^operations\/.*html$/.test(path))
    expect(new Set(pages.map((path) => path.toLowerCase())).size).toBe(2)
  })

  test('keeps an example in its block of Markdown, whatever fences it holds', async () => {
    const content = { 'text/plain': { schema: { type: 'string' }, example: '  ```\n# No heading' } }
    const all = await pagesFor({
      '/a': { get: { operationId: 'a', responses: { 200: { description: 'OK', content } } } },
    })
    expect(all.get('operations/a.md')).toContain('````text\n  ```\n# No heading\n````')
  })
})

describe('writing', () => {
  test('takes the pages of operations that are no more away, and leaves what is not its own', async () => {
    const out = temporaryFolder()
    await writeSite(out, files)
    const old = files.get('operations/getGateway.html') ?? ''
    writeFileSync(join(out, 'operations/renamedAway.html'), old)
    writeFileSync(join(out, 'operations/renamedAway.md'), '# Old')
    for (const own of ['guide.html', 'notes.md']) writeFileSync(join(out, 'operations', own), 'own')
    writeFileSync(join(out, 'CNAME'), 'docs.example.com')
    await writeSite(out, new Map([...files].filter(([path]) => path !== 'changelog.html')))
    const rest = readdirSync(join(out, 'operations')).filter((name) => !files.has(`operations/${name}`))
    expect(rest).toEqual(['guide.html', 'notes.md'])
    expect(existsSync(join(out, 'changelog.html'))).toBe(false)
    expect(readFileSync(join(out, 'CNAME'), 'utf8')).toBe('docs.example.com')
    expect(readdirSync(out).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  test('refuses a folder with somebody else’s site, and what is no folder', async () => {
    const out = temporaryFolder()
    writeFileSync(join(out, 'index.html'), '<h1>My own page</h1>')
    await expect(writeSite(out, files)).rejects.toThrow(
      'holds index.html, and nothing shows that an earlier build made them',
    )
    expect(readdirSync(out)).toEqual(['index.html'])
    const other = temporaryFolder()
    writeFileSync(join(other, 'openapi.json'), '{}')
    await expect(writeSite(other, files)).rejects.toThrow('holds openapi.json, and nothing shows')
    expect(readFileSync(join(other, 'openapi.json'), 'utf8')).toBe('{}')
    await expect(writeSite(join(out, 'index.html'), files)).rejects.toThrow('is no folder')
  })

  test('puts a new file in the place of a page that changed, and leaves alone what did not', async () => {
    const out = temporaryFolder()
    await writeSite(out, files)
    const inodes = () => ['index.html', 'llms.txt'].map((name) => statSync(join(out, name)).ino)
    const before = inodes()
    const reader = openSync(join(out, 'index.html'), 'r')
    onTestFinished(() => closeSync(reader))
    await writeSite(out, new Map([...files, ['index.html', `${files.get('index.html')}\n`]]))
    const after = inodes()
    expect(after[1]).toBe(before[1])
    expect(after[0]).not.toBe(before[0])
    expect(readFileSync(reader, 'utf8')).toBe(files.get('index.html'))
  })

  test('that fails leaves no page half there', async () => {
    const out = temporaryFolder()
    await writeSite(out, files)
    rmSync(join(out, 'llms.txt'))
    mkdirSync(join(out, 'llms.txt'))
    await expect(writeSite(out, new Map([...files, ['llms.txt', 'new']]))).rejects.toThrow(`Cannot write ${out}`)
    expect(readdirSync(out).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })
})

describe('npm run docs', () => {
  test('builds where it is told to, with the page of Redoc or without it', async () => {
    const out = temporaryFolder()
    const whole = await runScript('docs', ['--out', out])
    expect([whole.code, whole.stderr]).toEqual([0, expect.stringMatching(/: 10 pages, \d+ kB\n$/)])
    const page = (path: string) => readFileSync(join(out, path), 'utf8')
    expect(page('operations/createGateway.html')).toContain('href="../redoc.html"')
    expect(page('redoc.html')).toContain('href="index.html"')
    const { code, stderr } = await runScript('docs', ['--out', out, '--no-redoc'])
    expect([code, stderr]).toEqual([0, expect.stringMatching(/: 9 pages, \d+ kB\n$/)])
    expect(page('operations/createGateway.html')).not.toContain('redoc.html')
    expect(existsSync(join(out, 'redoc.html'))).toBe(false)
  })

  test('never writes over the document that it reads', async () => {
    const folder = temporaryFolder()
    cpSync(join(root, 'spec'), join(folder, 'spec'), { recursive: true })
    const spec = join(folder, 'spec/openapi.yaml')
    const before = readFileSync(spec, 'utf8')
    for (const out of [folder, join(folder, 'spec')]) {
      const { code, stderr } = await runScript('docs', ['--no-redoc', '--spec', spec, '--out', out])
      expect([code, stderr]).toEqual([
        2,
        expect.stringContaining('holds the document; the site needs a folder of its own'),
      ])
    }
    expect(readFileSync(spec, 'utf8')).toBe(before)
    expect(readdirSync(folder)).toEqual(['spec'])
  })

  test.each([
    [['--spec', 'no-such.yaml'], 'there is no such file'],
    [['--spec', ''], '--spec is empty; name a file'],
    [['--out', ''], '--out is empty; name a folder'],
    [['--url', 'docs.example.com'], 'is no address'],
    [['--port', '4030'], '--port goes with --serve'],
    [['--serve', '--port', '99999'], 'is no port'],
    [['--serve', '--target', 'https://api.example.com'], '--target https://api.example.com does not work'],
    [['--serve', '--url', 'https://docs.example.com'], '--url goes with a site that is built'],
  ])('%j ends with exit code 2 and says what to do', async (args, message) => {
    const { code, stderr } = await runScript('docs', ['--out', temporaryFolder(), '--no-redoc', ...args])
    expect(stderr).toContain(message)
    expect(code).toBe(2)
  })
})
