import { styleOnlyPolicy } from './content-policy.ts'
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

/** A whole page with its landmarks. */
export function htmlPage({ title, introduction, sections }: HtmlPage): string {
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${styleOnlyPolicy(htmlStyle)}">
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
