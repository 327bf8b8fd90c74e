import type { Finding } from './finding.ts'
import { type FindingGroup, findingGroups } from './finding-groups.ts'
import { type Markup, markup } from './markup.ts'
import { counted } from './summary-rows.ts'

/** Every finding by its check, errors first. */
export function htmlFindings(findings: readonly Finding[]): Markup {
  if (findings.length === 0) return markup`<p>None.</p>\n`
  return markup`${findingGroups(findings).map(groupHtml)}`
}

function groupHtml({ id, severity, findings }: FindingGroup): Markup {
  return markup`<h3><span class="${severity}">${severity}</span> ${id}: ${counted(findings.length, 'finding')}</h3>
${findings.map(findingHtml)}`
}

function findingHtml(finding: Finding): Markup {
  const { operationId, caseId, message } = finding
  const place = [operationId, caseId].filter((part) => part !== undefined).join(' ')
  return markup`<article>
<h4>${place || 'The run as a whole'}</h4>
<p>${message}</p>
<dl>
${factHtml('pointer', finding.pointer)}${blockHtml('expected', finding.expected)}${blockHtml('got', finding.got)}
${blockHtml('curl', finding.curl)}${factHtml('seed', finding.seed)}</dl>
</article>
`
}

function factHtml(name: string, value: string | number | undefined): Markup {
  return value === undefined ? markup`` : markup`<dt>${name}</dt><dd class="code">${value}</dd>\n`
}

function blockHtml(name: string, text: string | undefined): Markup {
  // The parser drops a line feed right behind the tag: this one is for it, one of the text's own stays.
  return text === undefined ? markup`` : markup`<dt>${name}</dt><dd><pre>\n${text}</pre></dd>\n`
}
