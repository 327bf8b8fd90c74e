/** The 1-based line of every item of `log.entries` in the text of a HAR file, which is valid JSON. */
export function entryLines(text: string): readonly number[] {
  const lines: number[] = []
  /** The last text at each depth: in an object the name of the member that follows. */
  const names: string[] = []
  let depth = 0
  let line = 1
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (character === '\n') line++
    else if (character === '"') {
      const end = endOfText(text, at)
      names[depth] = text.slice(at + 1, Math.min(end, at + 20))
      at = end
    } else if (character === '{' || character === '[') {
      if (character === '{' && depth === 3 && names[1] === 'log' && names[2] === 'entries') lines.push(line)
      depth++
    } else if (character === '}' || character === ']') depth--
  }
  return lines
}

/** Where a text ends that begins at a quotation mark. */
function endOfText(text: string, start: number): number {
  let end = text.indexOf('"', start + 1)
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1)
  return end
}

function isEscaped(text: string, at: number): boolean {
  let before = at - 1
  while (text[before] === '\\') before--
  return (at - before) % 2 === 0
}
