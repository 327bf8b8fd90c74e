import { createHash } from 'node:crypto'
import { htmlStyle } from './html-style.ts'
import { type Markup, markup } from './markup.ts'

export interface HtmlSection {
  readonly id: string
  readonly title: string
  readonly content: Markup
}

export interface HtmlPage {
  readonly title: string
  readonly introduction: string
  readonly sections: readonly HtmlSection[]
}

/** The page may use its one style, known by its hash, and nothing else: no script, no picture, no request. */
const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(htmlStyle).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** A whole page with its landmarks. */
export function htmlPage({ title, introduction, sections }: HtmlPage): string {
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${{ markup: htmlStyle }}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p>${introduction}</p>
</header>
<nav aria-label="Contents">
<ul>
${sections.map(({ id, title }) => markup`<li><a href="#${id}">${title}</a></li>\n`)}</ul>
</nav>
<main>
${sections.map(sectionHtml)}</main>
</body>
</html>
`
  return page.markup
}

function sectionHtml({ id, title, content }: HtmlSection): Markup {
  return markup`<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
${content}</section>
`
}
