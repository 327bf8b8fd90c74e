import { codeSpan, type Phrase, phraseMarkdown } from '../phrase.ts'
import type { PresenceBranch, PresenceView } from './presence-choices.ts'
import { branchPhrase, choiceText, presencePhrase } from './schema-html.ts'
import type { BranchView, ChoiceView, MemberView, SchemaView } from './schema-view.ts'

/** A body's schema: what it is, then its members as a nested list. */
export function schemaMarkdown(schema: SchemaView): string {
  const facts = [schema.type, ...(schema.name === undefined ? [] : [codeSpan(schema.name)]), ...schema.marks]
  return `${facts.join(', ')}\n\n${detailsMarkdown(schema, '')}`
}

export function memberMarkdown(member: MemberView, indent = '', more = ''): string {
  const { name, hasFixedName, required, schema } = member
  const facts = [schema.type, ...(required ? ['required'] : []), ...schema.marks, ...told(schema.constraints)]
  const shown = hasFixedName ? codeSpan(name) : `*${name}*`
  return item(`${shown} (${facts.join('; ')})`, { ...schema, constraints: [] }, indent, more)
}

function item(head: string, schema: SchemaView, indent: string, more = ''): string {
  const inner = `${indent}  `
  const { description, ...rest } = schema
  const [first = '', ...paragraphs] = description.trim().split(/\n{2,}/)
  const text = first.trim() === '' ? '' : `: ${oneLine(first)}`
  const others = paragraphs.map((paragraph) => `\n${indented(paragraph.trim(), inner)}\n`)
  return `${indent}- ${head}${text}\n${others.join('')}${more}${detailsMarkdown({ ...rest, description: '' }, inner)}`
}

function detailsMarkdown(schema: SchemaView, indent: string): string {
  const { description, itemDescription, constraints, presence, members, choices, toldAt } = schema
  return [
    ...(description.trim() === '' ? [] : [`${indented(description.trim(), indent)}\n\n`]),
    ...(itemDescription === '' ? [] : [`${indent}- Each item: ${oneLine(itemDescription)}\n`]),
    ...(constraints.length === 0 ? [] : [`${indent}${told(constraints).join('; ')}\n\n`]),
    ...presence.map((rule) => presenceMarkdown(rule, indent)),
    ...members.map((member) => memberMarkdown(member, indent)),
    ...choices.map((choice) => choiceMarkdown(choice, indent)),
    ...(toldAt === undefined ? [] : [`${indent}- What it holds is told at ${codeSpan(toldAt)} above.\n`]),
  ].join('')
}

function told(constraints: readonly Phrase[]): string[] {
  return constraints.map(phraseMarkdown)
}

function presenceMarkdown(rule: PresenceView, indent: string): string {
  const branches = rule.branches.map((branch) => `${indent}  - ${presenceBranchMarkdown(branch, rule)}`)
  return `${indent}- ${phraseMarkdown(presencePhrase(rule))}\n${branches.map((line) => `${line}\n`).join('')}`
}

/** One branch of a presence rule. */
export function presenceBranchMarkdown(branch: PresenceBranch, rule: PresenceView): string {
  const name = branch.title === '' ? '' : `**${branch.title}**: `
  return `${name}${phraseMarkdown(branchPhrase(branch, rule))}. ${oneLine(branch.description)}`.trimEnd()
}

function choiceMarkdown(choice: ChoiceView, indent: string): string {
  const branches = choice.branches.map((branch) => branchMarkdown(branch, `${indent}  `))
  return `${indent}- ${choiceText(choice)}\n${branches.join('')}`
}

function branchMarkdown({ title, schema }: BranchView, indent: string): string {
  const facts = [schema.type, ...schema.marks, ...told(schema.constraints)]
  return item(`**${title}** (${facts.join('; ')})`, { ...schema, constraints: [] }, indent)
}

function oneLine(text: string): string {
  return text.trim().replaceAll(/\s*\n\s*/g, ' ')
}

function indented(text: string, indent: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : `${indent}${line}`))
    .join('\n')
}
