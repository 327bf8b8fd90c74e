import { type Markup, markup } from '../../report/markup.ts'
import type { ChangelogEntry, DocumentChanges } from '../history/changelog.ts'
import { pageHtml } from '../page-frame.ts'
import type { RichText } from '../rich-text.ts'
import type { Site } from '../site.ts'

/** What changed from version to version. */
export function changelogPage(site: Site): string {
  return pageHtml(site, {
    title: 'Changelog',
    description: `What changed in ${site.reference.title || 'the API'} from version to version`,
    path: 'changelog.html',
    content: markup`<div class="prose">
<h1>Changelog</h1>
${site.changelog.map((entry) => entryHtml(site, entry))}</div>
`,
  })
}

function entryHtml({ text }: Site, { version, text: words, changes }: ChangelogEntry): Markup {
  return markup`<section aria-labelledby="version-${version}">
<h2 id="version-${version}">${version}</h2>
${text.top.blocks(words, 3)}${changes === undefined ? '' : changesHtml(changes, text.top)}</section>
`
}

function changesHtml(changes: DocumentChanges, text: RichText): Markup {
  if (changes === 'unreadable')
    return markup`<p>How the document changed cannot be told: this release or the one before holds one that cannot be read.</p>\n`
  if (changes.length === 0) return markup`<p>The document did not change.</p>\n`
  return markup`<h3>Changes of the document</h3>
<ul>
${changes.map(
  ({ isBreaking, message, pointer }) =>
    markup`<li>${isBreaking ? markup`<strong>Breaking</strong>: ` : ''}${text.inline(message)} <code>${pointer}</code></li>\n`,
)}</ul>
`
}
