import { createHash } from 'node:crypto'

/** How a Content-Security-Policy names one inline script or style: by its text. */
export function sourceOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

/** The policy of a page that may use its one style and nothing else: no script, no picture, no request. */
export function styleOnlyPolicy(style: string): string {
  return ["default-src 'none'", `style-src ${sourceOf(style)}`, "base-uri 'none'", "form-action 'none'"].join('; ')
}
