/**
 * What Redoc's own style lacks: 4.5 to 1 between a text and what is behind it, in light and in dark, and targets
 * that are 24 pixels apart. Redoc sets its variables on `:root` and `:root.dark`, so `html:root` comes before either.
 */
export const redocTheme = `
:root { color-scheme: light; scroll-padding-top: 3rem; }
:root.dark { color-scheme: dark; }
html:root, html:root.dark { --input-content-placeholder-color: var(--color-warm-grey-7); }
html:root.dark { --search-highlight-text-color: var(--color-blue-7); }
html:root.dark { --text-color-description: var(--color-warm-grey-8); }
html:root:not(.dark) { --color-blue-6: #2558b8; --color-blue-7: #2558b8; }
html:root:not(.dark) .tag-variant-filled { color: color-mix(in srgb, var(--tag-color) 50%, #000); }
#redoc .schema-name { color: var(--text-color-primary); }
#redoc pre { line-height: 24px; }
:root.dark img[alt='redocly logo'] { filter: invert(1); }
@media (max-width: 672px) {
  #redoc div:has(> div > [data-testid='page-actions']) { flex-direction: column; align-items: start; }
}

body { margin: 0; background: var(--bg-color); }
.site {
  position: sticky; z-index: 2; top: 0; display: flex; box-sizing: border-box; height: 40px; gap: 1rem; align-items: center;
  padding: 0 1rem; border-bottom: 1px solid #6b7480; background: var(--bg-color, #fff); font: .875rem/24px system-ui, sans-serif; white-space: nowrap;
}
.site { color: var(--text-color-primary, CanvasText); }
.site a { color: var(--link-color-primary, LinkText); }
.modified { margin-left: auto; }
.site a[rel] { overflow: hidden; text-overflow: ellipsis; }
@media (max-width: 36rem) {
  .site { font-size: .8rem; }
  .site .word { display: none; }
  .skip:not(:focus) { position: absolute; top: -10rem; }
}
`
