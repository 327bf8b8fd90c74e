import { oneLine, visibleText } from './visible-text.ts'

/** Text inside a line of Markdown, which starts nothing there: no markup, link, mention, table cell or list. */
export function markdownText(text: string): string {
  return oneLine(text)
    .replaceAll(/[\\`*_[\]|~]|#(?=[\d#\s]|$)/g, '\\$&')
    .replaceAll(/[<>&@$]|:(?=\S)/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/^(\d+)(?=[.)](?:\s|$))|^(?=[-+=])/, '$1\\')
}

/** A block of text as it is, in a fence that nothing in it can close. */
export function markdownFence(text: string): string {
  const runs = text.match(/`+/g) ?? []
  const fence = '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)))
  return `${fence}\n${visibleText(text)}\n${fence}`
}
