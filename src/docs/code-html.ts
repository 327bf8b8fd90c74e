import hljs from 'highlight.js/lib/core'
import bash from 'highlight.js/lib/languages/bash'
import javascript from 'highlight.js/lib/languages/javascript'
import json from 'highlight.js/lib/languages/json'
import typescript from 'highlight.js/lib/languages/typescript'
import { escapeMarkup, type Markup, markup } from '../report/markup.ts'

const grammars = { sh: bash, js: javascript, json, ts: typescript }
for (const [name, grammar] of Object.entries(grammars)) hljs.registerLanguage(name, grammar)
hljs.configure({ classPrefix: '' })

/** Longer code is shown without colours: they would double what a page weighs. */
const longestColoured = 20_000

/** Code with a button that copies it; the button shows where scripts run. */
export function codeHtml(code: string, language: string, what: string): Markup {
  return markup`<div class="code">
<button class="copy needs-script" type="button" aria-label="Copy ${what}">Copy</button>
<pre><code>${coloured(code, language)}</code></pre>
</div>
`
}

function coloured(code: string, language: string): Markup {
  // What is shown otherwise than it is written is not worth a colour.
  const isPlain = !(language in grammars) || code.length > longestColoured || hasUnseen(code)
  if (isPlain) return markup`${code}`
  const { value } = hljs.highlight(code, { language })
  return {
    markup: value.replaceAll(
      /<span class="(?!attr|string|number|literal|keyword|built_in)[^"]*">([^<]*)<\/span>/g,
      '$1',
    ),
  }
}

/** Whether a page would show the code with escapes of its own. */
function hasUnseen(code: string): boolean {
  return (
    escapeMarkup(code) !==
    code.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
  )
}
