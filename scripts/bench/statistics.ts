export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2
}

/** One list by the other, pair by pair: both of a pair are of one round, so that the machine's moods cancel out. */
export function ratios(values: readonly number[], by: readonly number[]): number[] {
  const count = Math.min(values.length, by.length)
  return Array.from({ length: count }, (_, index) => (values[index] ?? Number.NaN) / (by[index] ?? Number.NaN))
}

/** The value below which so much of all is: `quantile(values, 0.99)`. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
