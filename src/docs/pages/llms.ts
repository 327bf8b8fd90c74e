import { codeSpan } from '../phrase.ts'
import type { Site } from '../site.ts'
import { parts } from './operation-markdown.ts'
import { linkText } from './overview-markdown.ts'

/** `llms.txt` (llmstxt.org): what the site holds, for programs that read. */
export function llmsIndex({ reference, groups, url = '', changelog }: Site): string {
  const link = (title: string, path: string, about: string) => `- [${linkText(title)}](${url}${path}): ${about}`
  return parts([
    `# ${reference.title || 'API reference'}`,
    reference.summary === '' ? '' : `> ${reference.summary.replaceAll(/\s*\n\s*/g, ' ')}`,
    ...(groups.length === 0 ? [] : [`Version ${reference.version}. Each page below tells one operation.`]),
    `## Reference\n\n${[
      link('Overview', 'index.md', 'what the API is, authentication, rules, errors, the operations'),
      link('OpenAPI document', 'openapi.json', 'the same as data; also as openapi.yaml'),
      link('Everything', 'llms-full.txt', 'the overview and all operations in one file'),
      ...(changelog.length > 0 ? [link('Changelog', 'changelog.html', 'what changed from version to version')] : []),
    ].join('\n')}`,
    ...groups.map(
      ({ tag, pages }) =>
        `## ${tag.title}\n\n${pages
          .map(({ operation, title, path }) =>
            link(title, `${path}.md`, codeSpan(`${operation.method.toUpperCase()} ${operation.path}`)),
          )
          .join('\n')}`,
    ),
  ])
}
