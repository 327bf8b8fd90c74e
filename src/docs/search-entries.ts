import type { OperationView } from './operation-view.ts'
import type { MemberView, SchemaView } from './schema/schema-view.ts'
import type { OperationPage, Site } from './site.ts'

/** Title, detail, page and further words. */
type Entry = readonly [title: string, detail: string, page: string, words: string]

/** More operations than this are found by what is sent to them; what they answer would fill megabytes. */
const mostWithAnswers = 200

/** What the search of the site finds: operations, then what is sent to them and what they answer. */
export function searchEntries(
  site: Pick<Site, 'operations'>,
  views: ReadonlyMap<OperationPage, OperationView>,
): string {
  const hasAnswers = site.operations.length <= mostWithAnswers
  const entries = site.operations.flatMap((page) => {
    const view = views.get(page)
    return view === undefined ? [] : [operationEntry(page), ...memberEntries(page, view, hasAnswers)]
  })
  return `globalThis.referenceEntries=${JSON.stringify(entries)}\n`
}

function operationEntry({ operation: { operationId, method, path }, title, path: page }: OperationPage): Entry {
  return [title, `${method.toUpperCase()} ${path}`, `${page}.html`, operationId]
}

function memberEntries({ title, path }: OperationPage, view: OperationView, hasAnswers: boolean): Entry[] {
  const entry = ({ name, anchor }: MemberView, detail: string): Entry => [
    name,
    `${title}, ${detail}${parentOf(anchor, name)}`,
    `${path}.html#${encodeURIComponent(anchor)}`,
    '',
  ]
  const sent = view.body?.contents.flatMap(({ schema }) => membersIn(schema)) ?? []
  const answered = view.responses.flatMap(({ status, contents }) =>
    contents.flatMap(({ schema }) => membersIn(schema).map((member) => ({ member, status }))),
  )
  return [
    ...view.parameters.map(({ member, in: place }) => entry(member, `${place} parameter`)),
    ...sent.map((member) => entry(member, 'request')),
    ...(hasAnswers ? answered.map(({ member, status }) => entry(member, `response ${status}`)) : []),
  ]
}

/** Where a member stands, such as ` in gateway.status`; nothing for one at the top. */
function parentOf(anchor: string, name: string): string {
  const place = anchor.slice(anchor.indexOf('.') + 1).replace(/~\d+$/, '')
  return place.endsWith(`.${name}`) ? ` in ${place.slice(0, -name.length - 1)}` : ''
}

function membersIn({ members, choices }: SchemaView): MemberView[] {
  return [
    ...members.flatMap((member) => [member, ...membersIn(member.schema)]),
    ...choices.flatMap(({ branches }) => branches.flatMap(({ schema }) => membersIn(schema))),
  ].filter(({ hasFixedName }) => hasFixedName)
}
