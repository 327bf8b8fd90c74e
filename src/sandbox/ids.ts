/** Chooses identifiers: at random, or the same ones again for the same seed. */
export function idSource(seed?: number): () => string {
  if (seed === undefined) return () => crypto.randomUUID()
  const { hash } = process.getBuiltinModule('node:crypto')
  let count = 0
  return () => version4(hash('sha256', `${seed} ${count++}`))
}

function version4(hex: string): string {
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4]
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}
