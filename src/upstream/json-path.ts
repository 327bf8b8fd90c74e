/** A JSONPath that selects one place: the root, and the member of each token (RFC 9535, section 2.5.1). */
export function jsonPath(tokens: readonly string[]): string {
  return `$${tokens.map(segment).join('')}`
}

function segment(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? `.${name}` : `['${name.replaceAll(/['\\\p{Cc}]/gu, escaped)}']`
}

function escaped(character: string): string {
  if (character === "'" || character === '\\') return `\\${character}`
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
