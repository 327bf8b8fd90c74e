import { isObject, type JsonObject, listAt, objectAt, textAt, valueAt } from '../../src/document/json.ts'

/** One property, parameter or status as a page tells it: where it is, its type, whether it is due, and what else is said. */
export interface Fact {
  /** `query.updatedAfter`, `request.name`, `200.gateway.status`; without marks for lists. */
  readonly path: string
  readonly type: string
  readonly required: boolean
  /** Each number, name and value of a rule, sorted. */
  readonly rules: readonly string[]
}

/** What a page in HTML tells. */
export function factsInHtml(html: string): Fact[] {
  const [, ...items] = html.split(/<li class="(?:member|branch)" id="/)
  const members = items.map((item): Fact => {
    const signature = /<p class="signature">(.*?)<\/p>/s.exec(item)?.[1] ?? ''
    const constraints = /<ul class="constraints">(.*?)<\/ul>\n/s.exec(item)?.[1] ?? ''
    return {
      path: pathOf(plain(/^([^"]*)"/.exec(item)?.[1] ?? '')),
      type: plain(/<span class="type">(.*?)<\/span>/.exec(signature)?.[1] ?? ''),
      required: signature.includes('<span class="required">'),
      rules: rulesIn([...constraints.matchAll(/<li>(.*?)<\/li>/gs)].map(([, text = '']) => marked(text))),
    }
  })
  const statuses = [...html.matchAll(/<h3 id="response-([^"]*)">/g)].map(([, status = '']) => statusFact(status))
  return sorted([...members, ...statuses])
}

/** What the same page in Markdown tells. */
export function factsInMarkdown(markdown: string): Fact[] {
  const facts: Fact[] = []
  let place = ''
  let fence = ''
  let branches = 0
  const open: (string | undefined)[] = []
  for (const line of markdown.split('\n')) {
    const mark = /^(`{3,})/.exec(line)?.[1] ?? ''
    if (mark !== '') fence = fence === '' ? mark : ''
    if (fence !== '') continue
    if (line === '## Request body') place = 'request'
    const status = /^### `([^`]*)`/.exec(line)?.[1]
    if (status !== undefined) {
      place = status
      facts.push(statusFact(status))
    }
    if (/^ *- One (or more )?of these:$/.test(line)) branches = 0
    const [, indent = '', member, title, more = ''] = /^( *)- (?:`([^`]*)`|\*\*(.*?)\*\*) \((.*)$/.exec(line) ?? []
    const name = title === undefined ? member : `oneOf-${++branches}`
    if (name === undefined) continue
    const depth = indent.length / 2
    // The line that begins a choice stands between a member and the branches.
    if (title !== undefined) delete open[depth - 1]
    const said = closed(more)
    const parameter = /(?:^|; )in the (path|query|header|cookie)/.exec(said)?.[1]
    open.splice(depth, open.length, name)
    const [type = '', ...others] = said.split('; ')
    facts.push({
      path: [parameter ?? place, ...open.filter((part) => part !== undefined)].join('.'),
      type,
      required: others.includes('required'),
      rules: rulesIn(others.filter((text) => !/^(required|read only|write only|deprecated|in the \w+)$/.test(text))),
    })
  }
  return sorted(facts)
}

/** What the document itself says of an operation, read without any of the site's code. A schema is told once on a page. */
export function factsInDocument(document: JsonObject, path: string, method: string): Fact[] {
  const told = new Set<string>()
  const item = objectAt(objectAt(document, 'paths'), path)
  const operation = objectAt(item, method)
  const facts: Fact[] = []
  for (const raw of [...listAt(item, 'parameters'), ...listAt(operation, 'parameters')]) {
    const parameter = resolved(document, raw)
    const schema = flat(document, parameter.schema)
    const example = 'example' in parameter ? [valueText(parameter.example)] : []
    facts.push({
      path: `${parameter.in}.${parameter.name}`,
      type: typeOf(document, schema),
      required: parameter.required === true,
      rules: [...rulesOf(document, schema), ...example].sort(),
    })
  }
  const walk = (schema: unknown, place: string): void => {
    const ref = textAt(schema, '$ref')
    const whole = flat(document, schema)
    if (whole.items !== undefined) {
      walk(whole.items, place)
      return
    }
    if (ref !== undefined && told.has(ref)) return
    if (ref !== undefined) told.add(ref)
    for (const [name, member] of Object.entries(objectAt(whole, 'properties'))) {
      const inner = flat(document, member)
      facts.push({
        path: `${place}.${name}`,
        type: typeOf(document, inner),
        required: listAt(whole, 'required').includes(name),
        rules: rulesOf(document, inner),
      })
      walk(member, `${place}.${name}`)
    }
    for (const [index, branch] of choiceIn(whole).entries()) {
      const inner = flat(document, branch)
      const at = `${place}.oneOf-${index + 1}`
      facts.push({ path: at, type: typeOf(document, inner), required: false, rules: rulesOf(document, inner) })
      walk(branch, at)
    }
  }
  const bodyOf = (owner: JsonObject) => objectAt(objectAt(objectAt(owner, 'content'), 'application/json'), 'schema')
  if (operation.requestBody !== undefined) walk(bodyOf(resolved(document, operation.requestBody)), 'request')
  for (const [status, response] of Object.entries(objectAt(operation, 'responses'))) {
    facts.push(statusFact(status))
    walk(bodyOf(resolved(document, response)), status)
  }
  return sorted(facts)
}

/** The branches of a choice that is more than one of which members are there. */
function choiceIn({ oneOf }: JsonObject): unknown[] {
  const branches = Array.isArray(oneOf) ? oneOf : []
  const forbids = branches.some((branch) => Object.values(objectAt(branch, 'properties')).includes(false))
  return forbids ? [] : branches
}

function statusFact(status: string): Fact {
  return { path: status, type: 'status', required: false, rules: [] }
}

function resolved(document: JsonObject, value: unknown): JsonObject {
  const ref = textAt(value, '$ref')
  return ref === undefined ? (isObject(value) ? value : {}) : resolved(document, valueAt(document, ref))
}

/** A schema with its reference and its `allOf` put into one object. */
function flat(document: JsonObject, schema: unknown): JsonObject {
  const { allOf, ...own } = resolved(document, schema)
  const parts = [own, ...(Array.isArray(allOf) ? allOf : []).map((part) => flat(document, part))]
  return {
    ...Object.assign({}, ...parts.toReversed()),
    properties: Object.assign({}, ...parts.map(({ properties }) => properties)),
    required: parts.flatMap((part) => listAt(part, 'required')),
  }
}

function typeOf(document: JsonObject, schema: JsonObject): string {
  const branches = listAt(schema, 'oneOf').map((branch) => typeOf(document, flat(document, branch)))
  const [first] = [schema.type ?? branches].flat()
  if (first === 'array') {
    const items = typeOf(document, flat(document, schema.items))
    return items === 'any' ? 'array' : `array of ${items.includes(' or ') ? `(${items})` : items}`
  }
  return [schema.type ?? branches].flat().join(' or ') || 'any'
}

const numbers = ['minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems', 'format', 'pattern', 'default']
const lists = ['enum', 'x-extensible-enum', 'examples']

function rulesOf(document: JsonObject, schema: JsonObject): string[] {
  const own = [
    ...numbers.flatMap((keyword) => (schema[keyword] === undefined ? [] : [valueText(schema[keyword])])),
    ...lists.flatMap((keyword) => listAt(schema, keyword).map(valueText)),
  ]
  const ofItems = schema.items === undefined ? [] : rulesOf(document, flat(document, schema.items))
  return [...own, ...ofItems].sort()
}

function valueText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** The numbers and the pieces of code in what a page says. */
function rulesIn(texts: readonly string[]): string[] {
  return texts
    .flatMap((text) => [...text.matchAll(/`([^`]*)`|(-?\d+)/g)].map(([, code, number]) => code ?? number ?? ''))
    .sort()
}

/** What stands in a bracket that was opened, brackets inside included. */
function closed(text: string): string {
  let depth = 1
  for (const [index, character] of [...text].entries()) {
    if (character === '(') depth++
    if (character === ')') depth--
    if (depth === 0) return [...text].slice(0, index).join('')
  }
  return text
}

function marked(html: string): string {
  return plain(html.replaceAll(/<code>(.*?)<\/code>/gs, '`$1`'))
}

function plain(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

function pathOf(anchor: string): string {
  return anchor.replace(/^response-([^.]*?)-body/, '$1').replaceAll('[]', '')
}

function sorted(facts: readonly Fact[]): Fact[] {
  return [...facts].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
}
