import { type Markup, markup } from '../report/markup.ts'

/** Code with a button that copies it; the button shows where scripts run. */
export function codeHtml(code: string, language: string, what: string): Markup {
  return markup`<div class="code">
<button class="copy needs-script" type="button" aria-label="Copy ${what}">Copy</button>
<pre><code class="language-${language}">${code}</code></pre>
</div>
`
}
