/** The one style of the page. Every pair of colours has a contrast of 4.5 to 1 or more, in light and in dark. */
export const htmlStyle = `
:root {
  color-scheme: light dark;
  --ground: #ffffff; --raised: #f3f5f7; --line: #6b7480; --text: #1b1f24; --quiet: #4d5661;
  --link: #0a4fa8; --error: #9b0c22; --warning: #6e4300;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0f1318; --raised: #1a2027; --line: #8b95a1; --text: #e8edf2; --quiet: #b0bac5;
    --link: #86bdff; --error: #ff9c94; --warning: #ecc05a;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; max-width: 72rem; padding: 1rem; background: var(--ground); color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere;
}
h1 { font-size: 1.6rem; line-height: 1.25; }
h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line); }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
nav ul { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; padding: 0; list-style: none; }
nav a { display: inline-block; padding: .25rem 0; }
article { margin: 1rem 0; padding: .25rem 1rem; border: 1px solid var(--line); border-radius: .4rem; }
dt { margin-top: .5rem; color: var(--quiet); font-weight: 600; }
dd { margin: 0; }
pre, .code { font-family: ui-monospace, monospace; font-size: .875rem; }
pre { margin: .25rem 0; padding: .5rem; background: var(--raised); white-space: pre-wrap; }
.error { color: var(--error); font-weight: 600; }
.warning { color: var(--warning); font-weight: 600; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; overflow-wrap: normal; }
caption { padding: .5rem 0; color: var(--quiet); text-align: left; }
th, td { padding: .3rem .8rem .3rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
tbody th { font-weight: 400; }
.number { font-variant-numeric: tabular-nums; text-align: right; }
`
