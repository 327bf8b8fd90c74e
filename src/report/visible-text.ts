/**
 * Controls other than tab and line feed, marks that turn the direction of text, lone surrogates and what is no character:
 * XML forbids most of them, a terminal obeys some, and a reader sees none.
 */
const unseen = /(?![\t\n])[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Noncharacter_Code_Point}]/gu

/** The text with every character that is not seen, or does harm, written as its escape in JSON (`\u001b`). */
export function visibleText(text: string): string {
  return text.replaceAll(unseen, (character) => character.split('').map(escapeUnit).join(''))
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** The text in one line. */
export function oneLine(text: string): string {
  return visibleText(text.replaceAll(/\s+/gu, ' ').trim())
}

/** At most so many characters of a text, and how many are missing. */
export function cutText(text: string, length: number): string {
  if (text.length <= length) return text
  // The first half of a pair means nothing alone.
  const kept = text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')
  return `${kept} … (${text.length - kept.length} more characters)`
}
