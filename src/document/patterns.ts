/** A regular expression as a schema's `pattern` means it, and as ajv takes one. */
export interface PatternEngine {
  (pattern: string, flags: string): RegExp
  /** The name under which generated code finds the function; see validator-runtime.js. */
  readonly code: string
}

/**
 * Compiles a pattern with the `u` flag as JSON Schema asks (2020-12 core, section 6.4), or without it where the pattern
 * is one only then: OpenAPI 3.0 says nothing of the flag, and `\@` or `[\w-.]` are common.
 */
export const patternEngine: PatternEngine = Object.assign(compiled, { code: 'compiledPattern' })

function compiled(pattern: string, flags: string): RegExp {
  try {
    return new RegExp(pattern, flags)
  } catch {
    return new RegExp(pattern)
  }
}

/** Why a pattern is none, with the flag or at all; undefined when it is one with the flag. */
export function patternProblem(pattern: string): { readonly isNone: boolean; readonly reason: string } | undefined {
  const strict = reasonAgainst(pattern, 'u')
  if (strict === undefined) return undefined
  return { isNone: reasonAgainst(pattern, '') !== undefined, reason: strict }
}

function reasonAgainst(pattern: string, flags: string): string | undefined {
  try {
    new RegExp(pattern, flags)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
