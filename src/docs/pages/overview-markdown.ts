import { overview } from '../overview.ts'
import { codeSpan, listed, phraseMarkdown } from '../phrase.ts'
import { presencePhrase } from '../schema/schema-html.ts'
import { presenceBranchMarkdown } from '../schema/schema-markdown.ts'
import type { Site } from '../site.ts'
import { parts } from './operation-markdown.ts'

/** The first page for programs. */
export function overviewMarkdown(site: Site): string {
  const { reference, groups } = site
  const { servers, schemes, rules, errors } = overview(site)
  return parts([
    `# ${reference.title || 'API reference'}`,
    reference.summary,
    withHeadingsFrom(2, reference.description),
    '## Operations',
    ...groups.map(({ tag, pages }) =>
      parts([
        `### ${tag.title}`,
        tag.description,
        pages
          .map(
            ({ operation, title, path }) =>
              `- [${linkText(title)}](${path}.md): ${codeSpan(`${operation.method.toUpperCase()} ${operation.path}`)}`,
          )
          .join('\n'),
      ]),
    ),
    section(
      'Base URL',
      servers.map(({ url, description }) => `${codeSpan(url)}${description === '' ? '' : ` – ${description}`}`),
    ),
    section(
      'Authentication',
      schemes.map(({ name, how, description }) => `${codeSpan(name)}: ${phraseMarkdown(how)}. ${oneLine(description)}`),
    ),
    section(
      'What goes together',
      rules.map(({ bodies, rule }) => {
        const branches = rule.branches.map((branch) => `  - ${presenceBranchMarkdown(branch, rule)}`)
        return [`${phraseMarkdown(listed(bodies))}: ${phraseMarkdown(presencePhrase(rule))}`, ...branches].join('\n')
      }),
    ),
    section(
      'Errors',
      errors.map(
        ({ status, words, description, operations }) =>
          `${codeSpan(status)} ${words}: ${oneLine(description)} (${operations})`,
      ),
    ),
  ])
}

/** The text with its highest heading at a level, and the others below it as before. */
function withHeadingsFrom(level: number, text: string): string {
  const heading = /^(#{1,6}) /gm
  const highest = Math.min(...[...text.matchAll(heading)].map(([, marks = '']) => marks.length))
  return text.replaceAll(heading, (_, marks: string) => `${'#'.repeat(Math.min(6, marks.length + level - highest))} `)
}

/** Text in a link: brackets would end it. */
export function linkText(text: string): string {
  return oneLine(text).replaceAll(/[[\]\\]/g, '\\$&')
}

function section(title: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `## ${title}\n\n${items.map((item) => `- ${item.trim()}`).join('\n')}`
}

function oneLine(text: string): string {
  return text.trim().replaceAll(/\s*\n\s*/g, ' ')
}
