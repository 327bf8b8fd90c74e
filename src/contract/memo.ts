/** What a map or a weak map offers to remember by. */
interface Memory<K, V> {
  readonly get: (key: K) => V | undefined
  readonly set: (key: K, value: V) => unknown
}

/** What is known for a key; made and kept where it is asked for first. */
export function memo<K, V>(known: Memory<K, V>, key: K, make: () => V): V {
  const found = known.get(key)
  if (found !== undefined) return found
  const made = make()
  known.set(key, made)
  return made
}
