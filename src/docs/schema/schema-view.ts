import { type Choice, type FlatSchema, requiredNames } from '../../document/flat-schema.ts'
import type { JsonSchema } from '../../document/model.ts'
import type { Reference } from '../../document/reference.ts'
import type { Phrase } from '../phrase.ts'
import { constraintsOf } from './constraints.ts'
import { isPresenceChoice, type PresenceView, presenceView } from './presence-choices.ts'
import {
  combined,
  descriptionOf,
  hasInside,
  isNullable,
  openMembers,
  ownDescription,
  propertiesOf,
  schemaParts,
} from './schema-parts.ts'
import { typeText } from './type-text.ts'

/** A schema as a page tells it. */
export interface SchemaView {
  /** Such as `string`, `array of string` or `object or null`. */
  readonly type: string
  /** What the document calls it, if anything. */
  readonly name: string | undefined
  readonly marks: readonly Mark[]
  readonly constraints: readonly Phrase[]
  readonly description: string
  /** Of what a list holds. */
  readonly itemDescription: string
  /** Rules about which members may stand together. */
  readonly presence: readonly PresenceView[]
  readonly members: readonly MemberView[]
  readonly choices: readonly ChoiceView[]
  /** Where on the page the members and choices are told, when that was done before. */
  readonly toldAt: string | undefined
}

export type Mark = 'read only' | 'write only' | 'deprecated'

export interface MemberView {
  /** As it is written in JSON; a description in words where many names are meant. */
  readonly name: string
  readonly hasFixedName: boolean
  /** Unique on the page. */
  readonly anchor: string
  readonly required: boolean
  readonly schema: SchemaView
}

export interface ChoiceView {
  readonly keyword: Choice['keyword']
  readonly branches: readonly BranchView[]
}

export interface BranchView {
  readonly title: string
  readonly anchor: string
  readonly schema: SchemaView
}

/** Tells the schemas of one page; what it told before, it only points at. */
export interface SchemaTeller {
  readonly view: (schema: JsonSchema, anchor: string) => SchemaView
  /** An anchor that nothing else on the page has. */
  readonly anchor: (wanted: string) => string
}

export function schemaTeller(reference: Pick<Reference, 'schemas'>): SchemaTeller {
  const { opened, sourceOf, nameOf, titleOf, innermost } = schemaParts(reference)
  const taken = new Set<string>()
  const told = new Map<JsonSchema, string>()

  function anchor(wanted: string): string {
    const base = wanted.replaceAll(/\s+/gu, '_')
    let name = base
    for (let count = 2; taken.has(name); count++) name = `${base}~${count}`
    taken.add(name)
    return name
  }

  function view(schema: JsonSchema, at: string): SchemaView {
    const whole = opened(schema)
    const inner = innermost(whole)
    const plain = {
      type: typeText(whole, opened),
      name: nameOf(schema),
      marks: marksOf(whole),
      description: descriptionOf(whole),
      constraints: [...constraintsOf(whole.parts), ...(inner?.constraints ?? [])],
      itemDescription: inner ? descriptionOf(inner.flat) : '',
    }
    const content = inner?.flat ?? whole
    const source = inner?.source ?? sourceOf(schema)
    const before = told.get(source)
    const hasMore = hasInside(content)
    if (before !== undefined && hasMore)
      return { ...plain, description: ownDescription(schema), presence: [], members: [], choices: [], toldAt: before }
    if (hasMore) told.set(source, at)
    return { ...plain, ...insideOf(content, inner ? `${at}${inner.suffix}` : at), toldAt: undefined }
  }

  function insideOf(flat: FlatSchema, at: string): Pick<SchemaView, 'presence' | 'members' | 'choices'> {
    const choices = flat.choices.filter(({ branches }) => !isPresenceChoice(branches) && !isNullable(branches))
    return {
      presence: flat.choices.flatMap(({ branches }) => (isPresenceChoice(branches) ? [presenceView(branches)] : [])),
      members: membersOf(flat, at),
      choices: choices.map((choice) => choiceView(choice, at)),
    }
  }

  function membersOf(flat: FlatSchema, at: string): MemberView[] {
    const required = new Set(requiredNames(flat))
    const fixed = [...propertiesOf(flat)].map(([name, all]) => {
      const place = anchor(`${at}.${name}`)
      const schema = combined(all)
      return { name, hasFixedName: true, anchor: place, required: required.has(name), schema: view(schema, place) }
    })
    const others = flat.parts
      .flatMap((part) => openMembers(part))
      .map(([name, schema]) => {
        const place = anchor(`${at}.${name}`)
        return { name, hasFixedName: false, anchor: place, required: false, schema: view(schema, place) }
      })
    return [...fixed.sort((a, b) => Number(b.required) - Number(a.required)), ...others]
  }

  function choiceView({ keyword, branches }: Choice, at: string): ChoiceView {
    return {
      keyword,
      branches: branches.map((branch, index) => {
        const place = anchor(`${at}.${keyword}-${index + 1}`)
        const schema = view(branch, place)
        return { title: titleOf(branch) ?? schema.name ?? schema.type, anchor: place, schema }
      }),
    }
  }

  return { view, anchor }
}

function marksOf({ parts }: FlatSchema): Mark[] {
  const has = (key: string) => parts.some((part) => part[key] === true)
  return [
    ...(has('readOnly') ? (['read only'] as const) : []),
    ...(has('writeOnly') ? (['write only'] as const) : []),
    ...(has('deprecated') ? (['deprecated'] as const) : []),
  ]
}
