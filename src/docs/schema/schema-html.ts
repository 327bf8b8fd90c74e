import { type Markup, markup } from '../../report/markup.ts'
import { listed, type Phrase, phraseHtml } from '../phrase.ts'
import type { RichText } from '../rich-text.ts'
import type { PresenceBranch, PresenceView } from './presence-choices.ts'
import type { BranchView, ChoiceView, MemberView, SchemaView } from './schema-view.ts'

const nothing: Markup = { markup: '' }

/** A body's schema: what it is, then its members. */
export function schemaHtml(schema: SchemaView, text: RichText): Markup {
  const name = schema.name === undefined ? nothing : markup` <span class="schema-name">${schema.name}</span>`
  return markup`<p class="signature"><span class="type">${schema.type}</span>${name}${marksHtml(schema)}</p>
${detailsHtml(schema, text)}`
}

export function membersHtml(members: readonly MemberView[], text: RichText): Markup {
  if (members.length === 0) return nothing
  return markup`<ul class="members">
${members.map((member) => memberHtml(member, text))}</ul>
`
}

export function memberHtml(member: MemberView, text: RichText, extra: Markup = nothing): Markup {
  const { name, anchor, required, schema, hasFixedName } = member
  const shown = hasFixedName ? markup`<code>${name}</code>` : markup`<em>${name}</em>`
  const due = required ? markup` <span class="required">required</span>` : nothing
  return markup`<li class="member" id="${anchor}">
<p class="signature"><a class="name" href="${fragment(anchor)}">${shown}</a> <span class="type">${schema.type}</span>${due}${marksHtml(schema)}</p>
${detailsHtml(schema, text)}${extra}</li>
`
}

/** The link to a place on the same page. */
export function fragment(anchor: string): string {
  return `#${encodeURIComponent(anchor)}`
}

function marksHtml({ marks }: SchemaView): Markup {
  return markup`${marks.map((mark) => markup` <span class="mark">${mark}</span>`)}`
}

function detailsHtml(schema: SchemaView, text: RichText): Markup {
  const { description, itemDescription, constraints, presence, members, choices, toldAt } = schema
  return markup`${textHtml(description, text)}${
    itemDescription === ''
      ? nothing
      : markup`<div class="text item">${text.blocks(`Each item: ${itemDescription}`, 5)}</div>
`
  }${constraintsHtml(constraints)}${presence.map((rule) => presenceHtml(rule, text))}${membersHtml(members, text)}${choices.map((choice) => choiceHtml(choice, text))}${
    toldAt === undefined
      ? nothing
      : markup`<p class="told"><a href="${fragment(toldAt)}">What it holds is told above</a>.</p>
`
  }`
}

export function textHtml(description: string, text: RichText): Markup {
  return description.trim() === ''
    ? nothing
    : markup`<div class="text">${text.blocks(description, 5)}</div>
`
}

function constraintsHtml(constraints: readonly Phrase[]): Markup {
  if (constraints.length === 0) return nothing
  return markup`<ul class="constraints">${constraints.map((phrase) => markup`<li>${phraseHtml(phrase)}</li>`)}</ul>
`
}

function presenceHtml(rule: PresenceView, text: RichText): Markup {
  return markup`<div class="presence">
<p>${phraseHtml(presencePhrase(rule))}</p>
<ul>
${rule.branches.map(
  (
    branch,
  ) => markup`<li>${branch.title === '' ? nothing : markup`<strong>${branch.title}</strong>: `}${phraseHtml(branchPhrase(branch, rule))}. ${text.inline(branch.description)}</li>
`,
)}</ul>
</div>
`
}

/** What a presence rule demands, in one sentence. */
export function presencePhrase({ members, isOneOfEach }: PresenceView): Phrase {
  return isOneOfEach
    ? ['Exactly one of ', ...listed(members), ' must be present:']
    : ['Only these combinations of ', ...listed(members), ' are accepted:']
}

/** What one branch of a presence rule demands; where each asks for one member alone, the others need no word. */
export function branchPhrase({ present, absent }: PresenceBranch, { isOneOfEach }: PresenceView): Phrase {
  const unwanted = isOneOfEach ? [] : absent
  return [
    ...(present.length > 0 ? (['with ', ...listed(present)] as const) : []),
    ...(present.length > 0 && unwanted.length > 0 ? [', '] : []),
    ...(unwanted.length > 0 ? (['without ', ...listed(unwanted, 'or')] as const) : []),
    ...(present.length + absent.length === 0 ? ['with none of them due'] : []),
  ]
}

/** What a choice demands, in words. */
export function choiceText({ keyword }: ChoiceView): string {
  return keyword === 'oneOf' ? 'One of these:' : 'One or more of these:'
}

function choiceHtml(choice: ChoiceView, text: RichText): Markup {
  return markup`<div class="choice">
<p>${choiceText(choice)}</p>
<ul class="branches">
${choice.branches.map((branch) => branchHtml(branch, text))}</ul>
</div>
`
}

function branchHtml({ title, anchor, schema }: BranchView, text: RichText): Markup {
  return markup`<li class="branch" id="${anchor}">
<p class="signature"><a class="name" href="${fragment(anchor)}">${title}</a> <span class="type">${schema.type}</span>${marksHtml(schema)}</p>
${detailsHtml(schema, text)}</li>
`
}
