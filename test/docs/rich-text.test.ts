import { expect, test } from 'vitest'
import { richText } from '../../src/docs/rich-text.ts'

const text = richText((word) => (word === 'getGateway' ? 'operations/getGateway.html' : undefined))

test.each([
  ['plain words', 'A text.', '<p>A text.</p>'],
  ['code and emphasis', '`a` *b* **c**', '<p><code>a</code> <em>b</em> <strong>c</strong></p>'],
  ['a link to a whole address', '[a](https://example.com/)', '<p><a href="https://example.com/">a</a></p>'],
  ['an operation’s name', 'Poll getGateway.', '<p>Poll <a href="operations/getGateway.html">getGateway</a>.</p>'],
  ['one in code', '`getGateway`', '<p><a href="operations/getGateway.html"><code>getGateway</code></a></p>'],
  ['not one in a link', '[getGateway](https://a.b/)', '<p><a href="https://a.b/">getGateway</a></p>'],
  ['headings below those of the page', '# One\n\n## Two', '<h3>One</h3>\n<h4>Two</h4>'],
  ['headings that begin lower', '### One\n\n#### Two', '<h3>One</h3>\n<h4>Two</h4>'],
  ['HTML that does no harm', 'a<br>b <b>c</b>', '<p>a<br />b <b>c</b></p>'],
  ['an item without its list', 'a\n\n<li>b</li><td>c</td>', '<p>a</p>\nbc'],
  ['an item in its list', '<ul><li>a<ol><li>b</li></ol></li></ul>', '<ul><li>a<ol><li>b</li></ol></li></ul>'],
  ['a table', '| a |\n|---|\n| b |', '<th scope="col">a</th>'],
])('renders %s', (_, markdown, html) => {
  expect(text.blocks(markdown).markup).toContain(html)
})

test.each([
  ['a script', '<script>alert(1)</script>'],
  ['a handler', '<b onclick="alert(1)">a</b>'],
  ['a picture that fails', '<img src=x onerror=alert(1)>'],
  ['a picture from elsewhere', '![a](https://example.com/a.png)'],
  ['a link that runs', '[a](javascript:alert(1))'],
  ['a link that runs, in HTML', '<a href="javascript:alert(1)">a</a>'],
  ['a link that runs behind our own mark', '<a href="page:javascript:alert(1)">a</a> [b](page:javascript:alert(1))'],
  ['a link of data', '<a href="data:text/html,<script>alert(1)</script>">a</a>'],
  ['a style', '<style>* { display: none }</style><p style="color: red">a</p>'],
  ['a frame', '<iframe src="https://example.com"></iframe><object data="x"></object><embed src="x">'],
  ['a form', '<form action="https://example.com"><input name="a"><button>b</button></form>'],
  ['a base', '<base href="https://example.com/"><meta http-equiv="refresh" content="0;url=https://example.com">'],
  [
    'drawings that run',
    '<svg onload="alert(1)"><script>alert(1)</script></svg><math><mi xlink:href="javascript:x">a</mi></math>',
  ],
  ['an identifier that hides one of the page', '<p id="content" name="search" class="copy">a</p>'],
  ['a comment that never ends', '<!-- <script>alert(1)</script>'],
])('leaves nothing of %s but text', (_, markdown) => {
  const { markup } = text.blocks(markdown)
  expect(markup).not.toMatch(/<(script|img|style|iframe|object|embed|form|input|button|base|meta|svg|math|!--)/i)
  expect(markup).not.toMatch(/\s(on\w+|style|id|class|name|src|action|data)=/i)
  expect(markup).not.toMatch(/href="(?!https:\/\/example\.com\/a\.png)/)
})

test('a link that was meant for another page is text', () => {
  expect(text.blocks('[a](#/paths) [b](../x.md) [c](//evil.example)').markup.trim()).toBe('<p>a b c</p>')
})

test('a picture becomes a link to it, with its words', () => {
  expect(text.inline('![a map](https://example.com/a.png)').markup).toBe(
    '<a href="https://example.com/a.png">a map</a>',
  )
})
