import { inspect } from 'node:util'

/** All that anybody may come to see of a value: printed, serialized, or looked through by a reporter of errors. */
export function traces(value: unknown): string {
  return [
    inspect(value, { depth: 20, showHidden: true, getters: true, maxArrayLength: null, maxStringLength: null }),
    String(value),
    safely(() => JSON.stringify(value)),
    safely(() => JSON.stringify(structuredClone(value))),
    ...chain(value).map(shown),
  ].join('\n')
}

/** An error and its causes. */
export function chain(error: unknown): unknown[] {
  const found: unknown[] = []
  for (let at = error; at !== undefined && !found.includes(at); at = at instanceof Error ? at.cause : undefined)
    found.push(at)
  return found
}

/** Own and inherited members, hidden ones and getters included. */
function shown(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value)
  const texts: string[] = []
  for (let level = value; level && level !== Object.prototype; level = Object.getPrototypeOf(level)) {
    for (const name of Reflect.ownKeys(level)) {
      texts.push(
        String(name),
        inspect(
          safely(() => Reflect.get(level, name, value)),
          { depth: 20, showHidden: true },
        ),
      )
    }
  }
  return texts.join('\n')
}

function safely(read: () => unknown): unknown {
  try {
    return read()
  } catch {
    return undefined
  }
}
