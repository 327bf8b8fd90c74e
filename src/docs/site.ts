import type { JsonObject } from '../document/json.ts'
import type { Operation } from '../document/model.ts'
import type { Reference, Tag } from '../document/reference.ts'
import type { ChangelogEntry } from './history/changelog.ts'
import { type OperationView, operationTitle, operationView } from './operation-view.ts'
import { type RichText, richText } from './rich-text.ts'
import { sampler } from './samples/samples.ts'

/** What the site is made from. */
export interface SiteSource {
  /** The bundled document. */
  readonly bundle: JsonObject
  readonly reference: Reference
  /** When the document last changed, by its git history, as `2026-05-06`; undefined where there is none. */
  readonly lastModified: string | undefined
  /** Where the site will stand, with a slash at the end; undefined while that is not known. */
  readonly url: string | undefined
  readonly changelog: readonly ChangelogEntry[]
  /** Whether `redoc.html` belongs to the site. */
  readonly hasRedoc: boolean
  /** Whether the site is served here: its pages are then reloaded when they change, and send requests when they are told to. */
  readonly isServed: boolean
}

/** The site as its pages see it. */
export interface Site extends SiteSource {
  /** In the order of the pages. */
  readonly operations: readonly OperationPage[]
  readonly groups: readonly OperationGroup[]
  /** Every page but `404.html`, as one leads to the next. */
  readonly order: readonly PageLink[]
  /** Text renderers for the pages in the site's folder and in `operations/`. */
  readonly text: { readonly top: RichText; readonly inside: RichText }
}

export interface PageLink {
  readonly title: string
  /** Relative to the site, such as `operations/createGateway.html`. */
  readonly path: string
}

export interface Neighbours {
  readonly previous: PageLink | undefined
  readonly next: PageLink | undefined
}

/** An operation and where it is told. */
export interface OperationPage {
  readonly operation: Operation
  readonly title: string
  /** Without its ending, relative to the site: `operations/createGateway`. */
  readonly path: string
  /** Made when it is asked for: a document may have a thousand. */
  readonly view: () => OperationView
}

export interface OperationGroup {
  readonly tag: Tag
  readonly anchor: string
  readonly pages: readonly OperationPage[]
}

export function site(source: SiteSource): Site {
  const { reference } = source
  const sampled = sampler(reference)
  const fileNames = fileNamesFor(reference.operations.map(({ operationId }) => operationId))
  const pages = reference.operations.map(
    (operation): OperationPage => ({
      operation,
      title: operationTitle(operation),
      path: `operations/${fileNames.get(operation.operationId)}`,
      view: () => operationView(reference, operation, sampled(operation)),
    }),
  )
  const groups = groupsOf(reference.tags, pages)
  const paths = new Map(pages.map(({ operation, path }) => [operation.operationId, path]))
  const link = (prefix: string) => (word: string) => {
    const path = isTelling(word) ? paths.get(word) : undefined
    return path === undefined ? undefined : `${prefix}${path}.html`
  }
  const operations = groups.flatMap((group) => group.pages)
  return {
    ...source,
    operations,
    groups,
    order: [
      { title: 'Overview', path: 'index.html' },
      ...operations.map(({ title, path }) => ({ title, path: `${path}.html` })),
      ...(source.changelog.length > 0 ? [{ title: 'Changelog', path: 'changelog.html' }] : []),
      ...(source.hasRedoc ? [{ title: 'Redoc', path: 'redoc.html' }] : []),
    ],
    text: { top: richText(link('')), inside: richText(link('../')) },
  }
}

/** The pages before and after one. */
export function neighbours({ order }: Pick<Site, 'order'>, path: string): Neighbours {
  const index = order.findIndex((page) => page.path === path)
  return { previous: order[index - 1], next: order[index + 1] }
}

/** Whether a word can only mean an operation: `getGateway` does, `list` does not. */
function isTelling(word: string): boolean {
  return /[a-z][A-Z]|[a-z]_[a-z]|\//.test(word)
}

/** An operation is told under its first tag; those without one come last. */
function groupsOf(tags: readonly Tag[], pages: readonly OperationPage[]): OperationGroup[] {
  const others: Tag = { name: '', title: tags.length === 0 ? 'Operations' : 'Other operations', description: '' }
  return [...tags, others]
    .map((tag, index) => ({
      tag,
      anchor: `group-${index + 1}`,
      pages: pages.filter(({ operation }) => (operation.tags[0] ?? '') === tag.name),
    }))
    .filter((group) => group.pages.length > 0)
}

/** File names that every system can hold, that differ in more than the case of their letters. */
function fileNamesFor(operationIds: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>()
  return new Map(
    operationIds.map((operationId) => {
      const base =
        operationId
          .replaceAll(/[^\w.-]+/gu, '-')
          .replace(/^\.+/, '')
          .slice(0, 100) || 'operation'
      let name = base
      for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${base}-${count}`
      taken.add(name.toLowerCase())
      return [operationId, name]
    }),
  )
}
