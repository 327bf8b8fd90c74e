import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CannotRunError } from '../report/cannot-run-error.ts'
import { cutText, oneLine } from '../report/visible-text.ts'
import { isObject, type JsonObject, listAt, objectAt, textAt } from './json.ts'
import { redocly } from './redocly.ts'

/** One change as `redocly diff` finds it. */
export interface RedoclyChange {
  readonly impact: 'major' | 'minor' | 'patch'
  /** Added, removed or modified. */
  readonly kind: string
  /** The kind of thing that changed, such as `Schema` or `Parameter`. */
  readonly type: string
  /** The member that changed; undefined for the whole thing. */
  readonly property: string | undefined
  /** Where, by a path from the root through references. */
  readonly path: string
  /** The rules that rate it, with what they say. */
  readonly verdicts: readonly { readonly rule: string; readonly message: string }[]
  readonly base: RedoclyPlace
  readonly revision: RedoclyPlace
}

/** One side of a change; both members are undefined on the side that lacks it. */
export interface RedoclyPlace {
  readonly pointer: string | undefined
  readonly value: unknown
}

/**
 * What `redocly diff` finds between two documents.
 *
 * @param folder for what it needs, of our own
 * @param names of the documents, for who reads why it failed
 * @throws {CannotRunError} when it cannot read one of them
 */
export async function redoclyDiff(
  [base, revision]: readonly [string, string],
  folder: string,
  names: readonly [string, string] = [base, revision],
): Promise<RedoclyChange[]> {
  await writeFile(join(folder, 'redocly.yaml'), 'extends: [diff-recommended]\n')
  const file = join(folder, 'changes.json')
  const { output } = await redocly(['diff', base, revision, '--format', 'json', '--output', file], folder)
  try {
    const report: unknown = JSON.parse(await readFile(file, 'utf8'))
    return listAt(report, 'changes').filter(isObject).map(change)
  } catch (cause) {
    throw new CannotRunError(`The changes between ${names.join(' and ')} cannot be told:\n${output}`, { cause })
  }
}

function change(one: JsonObject): RedoclyChange {
  const { impact } = one
  return {
    impact: impact === 'major' || impact === 'minor' ? impact : 'patch',
    kind: textAt(one, 'kind') ?? 'modified',
    type: textAt(one, 'typeName') ?? 'document',
    property: textAt(one, 'property'),
    path: textAt(one, 'path') ?? '#',
    verdicts: listAt(one, 'verdicts').map((verdict) => ({
      rule: textAt(verdict, 'ruleId') ?? '',
      message: textAt(verdict, 'message') ?? '',
    })),
    base: place(objectAt(one, 'base')),
    revision: place(objectAt(one, 'revision')),
  }
}

function place(side: JsonObject): RedoclyPlace {
  return { pointer: textAt(side, 'pointer'), value: side.value }
}

/** A change in the words of the rules that rate it, or in ours where none does. */
export function changeWords({ verdicts, property, type, kind, base, revision }: RedoclyChange): string {
  const said = verdicts.map(({ message }) => message).filter((message) => message !== '')
  if (said.length > 0) return said.join(' ')
  const values =
    base.value !== undefined && revision.value !== undefined
      ? ` from ${shown(base.value)} to ${shown(revision.value)}`
      : ''
  return `${property ?? type} was ${kind}${values}`
}

function shown(value: unknown): string {
  return cutText(oneLine(typeof value === 'string' ? value : JSON.stringify(value)), longestValue)
}

const longestValue = 120
