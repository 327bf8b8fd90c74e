import type { Overlay } from '../../src/upstream/overlay.ts'

/** How a tool merges an update into an object: member by member at every depth, or at the first alone. */
export type Merge = 'deep' | 'shallow'

type Node = { [key: string]: unknown }

/**
 * Applies an overlay as its specification says (https://spec.openapis.org/overlay/v1.0.0.html, section 4.4.3): actions in
 * order, each on the one place that its target selects. A target that selects nothing is an error here.
 */
export function applyOverlay(document: unknown, { actions }: Overlay, merge: Merge): unknown {
  const root: Node = { $: structuredClone(document) }
  for (const action of actions) {
    const names = ['$', ...selected(action.target)]
    const last = names.at(-1) ?? ''
    const parent = names.slice(0, -1).reduce((node, name) => under(node, name, action.target), root)
    const place = under(parent, last, action.target)
    if ('remove' in action) delete parent[last]
    else mergeInto(place, action.update as Node, merge)
  }
  return root.$
}

function under(node: Node, name: string, target: string): Node {
  if (typeof node !== 'object' || node === null || !Object.hasOwn(node, name)) throw new Error(`${target}: no ${name}`)
  return node[name] as Node
}

function mergeInto(place: Node, update: Node, merge: Merge): void {
  if (typeof place !== 'object' || Array.isArray(place)) throw new Error('Only an object takes members.')
  for (const name of Object.keys(update)) {
    const [before, after] = [Object.hasOwn(place, name) ? place[name] : undefined, update[name]]
    if (merge === 'deep' && isNode(before) && isNode(after)) mergeInto(before, after, merge)
    else {
      const value = merge === 'deep' && Array.isArray(before) && Array.isArray(after) ? [...before, ...after] : after
      Object.defineProperty(place, name, { value, enumerable: true, configurable: true, writable: true })
    }
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The names that a JSONPath of names alone selects, read by the grammar of RFC 9535, one segment after the other. */
function selected(path: string): string[] {
  if (!path.startsWith('$')) throw new Error(`${path} is no JSONPath`)
  const names: string[] = []
  let rest = path.slice(1)
  while (rest !== '') {
    const short = /^\.([A-Za-z_\u0080-\u{10FFFF}][\w\u0080-\u{10FFFF}]*)/u.exec(rest)
    const quoted = /^\['((?:[^'\\\p{Cc}]|\\(?:['\\/bfnrt]|u[0-9a-fA-F]{4}))*)'\]/u.exec(rest)
    const [all, name = ''] = short ?? quoted ?? []
    if (all === undefined) throw new Error(`${path}: no name at ${rest}`)
    names.push(short ? name : unescaped(name))
    rest = rest.slice(all.length)
  }
  return names
}

const letters: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }

function unescaped(name: string): string {
  return name.replaceAll(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (_, code?: string, one = '') =>
    code === undefined ? (letters[one] ?? one) : String.fromCharCode(Number.parseInt(code, 16)),
  )
}
