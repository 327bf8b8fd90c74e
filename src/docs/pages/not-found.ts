import { styleOnlyPolicy } from '../../report/content-policy.ts'
import { markup } from '../../report/markup.ts'
import type { Site } from '../site.ts'

const style = `:root { color-scheme: light dark; }
body { max-width: 40rem; margin: 4rem auto; padding: 0 1rem; font: 1rem/1.6 system-ui, sans-serif; background: Canvas; color: CanvasText; }
`

/**
 * What a static host shows for an address that does not exist. It may stand at any depth, so that it brings its style along
 * and leads back by whole addresses where the site knows its own.
 */
export function notFoundPage({ reference, url, isServed }: Site): string {
  const title = reference.title || 'API reference'
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${styleOnlyPolicy(style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Not found – ${title}</title>
<style>${{ markup: style }}</style>
</head>
<body>
<main>
<h1>Not found</h1>
<p>There is no such page in this reference. It may have been renamed: the overview lists all that there are.</p>
<p><a href="${isServed ? '/' : (url ?? '')}index.html">${title}</a></p>
</main>
</body>
</html>
`.markup
}
