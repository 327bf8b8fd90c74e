/** What a function returns, or undefined where it throws. */
export function orUndefined<Value>(run: () => Value): Value | undefined {
  try {
    return run()
  } catch {
    return undefined
  }
}
