import { string } from './emitted-patterns.ts'

/** One function of the emitted code. */
export interface Unit {
  readonly name: string
  /** With what belongs to it alone. */
  readonly text: string
  /** Functions that it calls. */
  readonly functions: ReadonlySet<string>
  /** Constants that it reads, each after those that it is made of. */
  readonly constants: ReadonlySet<string>
}

/** The emitted code, taken apart. */
export interface Units {
  readonly units: ReadonlyMap<string, Unit>
  /** Name → the line that declares it. */
  readonly constants: ReadonlyMap<string, string>
}

const constantLine = /^const (\w+) = .*;$/
const strings = new RegExp(string, 'g')
const ownLine = /^(validate\d+)\.\w+ = .*;$/

/** Takes emitted code apart: it consists of functions, one after the other, and of constants between them, a line each. */
export function unitsOf(code: string): Units {
  const constants = new Map<string, string>()
  const texts = new Map<string, string>()
  for (const piece of code.split(/^(?=function )/m)) {
    const end = piece.startsWith('function ') ? piece.lastIndexOf('\n}\n') + '\n}\n'.length : 0
    const [, name = ''] = /^function (\w+)/.exec(piece) ?? []
    if (end > 0) texts.set(name, piece.slice(0, end))
    for (const line of piece.slice(end).split('\n')) {
      const [, constant = ''] = constantLine.exec(line) ?? []
      const [, owner = ''] = ownLine.exec(line) ?? []
      if (constant !== '') constants.set(constant, line)
      else if (owner !== '') texts.set(owner, `${texts.get(owner)}${line}\n`)
      else if (line !== '') throw new Error(`The emitted code holds what is no function and no constant: ${line}`)
    }
  }
  const units = [...texts].map(([name, text]): [string, Unit] => {
    const words = wordsOf(text)
    const functions = [...words].filter((word) => word !== name && texts.has(word))
    return [name, { name, text, functions: new Set(functions), constants: constantsOf(words, constants) }]
  })
  return { units: new Map(units), constants }
}

/** The constants among the words, each after those that it is made of. */
function constantsOf(words: Iterable<string>, constants: ReadonlyMap<string, string>): Set<string> {
  const found = new Set<string>()
  for (const word of words) {
    const line = constants.get(word)
    if (line === undefined) continue
    const parts = wordsOf(line)
    parts.delete(word)
    for (const part of constantsOf(parts, constants)) found.add(part)
    found.add(word)
  }
  return found
}

/** What may name a function or a constant; not what stands in a string, where the document has its words. */
export function wordsOf(code: string): Set<string> {
  return new Set(code.replaceAll(strings, '""').match(/\b[a-z]+\d+\b/g))
}

/** Characters from which on a file is full: few files to load, and little in them that is not wanted. */
const fullSize = 8_000

/**
 * The functions in groups, in the order in which the given ones and what they call come, so that what belongs together
 * stands together.
 */
export function groupsOf(units: ReadonlyMap<string, Unit>, order: Iterable<string>): Unit[][] {
  const groups: Unit[][] = []
  const visited = new Set<string>()
  let size = fullSize
  const visit = (name: string) => {
    const unit = units.get(name)
    if (!unit || visited.has(name)) return
    visited.add(name)
    if (size >= fullSize) {
      groups.push([])
      size = 0
    }
    groups.at(-1)?.push(unit)
    size += unit.text.length
    for (const called of unit.functions) visit(called)
  }
  for (const name of [...order, ...units.keys()]) visit(name)
  return groups
}
