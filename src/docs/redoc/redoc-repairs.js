// Runs in the page before Redoc does, and mends there what no setting and no style can.

const { classList } = document.documentElement
const systemIsDark = matchMedia('(prefers-color-scheme: dark)')
/** Where Redoc keeps what the reader chose; empty until then. */
const chosenColours = 'redoc.colorMode'

/** Before Redoc does it, so that a dark page does not begin with a white one. */
function showColours() {
  const chosen = localStorage.getItem(chosenColours)
  const isDark = chosen === null ? systemIsDark.matches : chosen === 'dark'
  classList.toggle('dark', isDark)
  classList.toggle('light', !isDark)
}

/** Redoc asks the system once. Where its switch is not there to be turned, the page is coloured without it. */
function followSystem() {
  if (localStorage.getItem(chosenColours) !== null || classList.contains('dark') === systemIsDark.matches) return
  document.querySelector('[data-testid="color-mode-switcher"]')?.click()
  localStorage.removeItem(chosenColours)
  showColours()
}

/** What assistive technology is told wrongly or not at all: elements, attribute, value. */
const repairs = [
  // The name has to hold the text that is seen.
  ['button[aria-haspopup][aria-label^="Example"]', 'aria-label', (button) => `Example: ${button.textContent}`],
  ['[data-testid="color-mode-switcher"]', 'aria-label', () => 'Light or dark colours'],
  ['[data-schema-nested-open] > button', 'aria-expanded', (button) => button.parentElement.dataset.schemaNestedOpen],
  ['.menu-content', 'role', () => 'navigation'],
  ['.menu-content', 'aria-label', () => 'Operations'],
  ['[data-testid="search-trigger"]', 'role', () => 'button'],
  ['[data-testid="search-trigger"]', 'tabindex', () => '0'],
  ['[data-component-name="Search/SearchInput"] button', 'aria-label', () => 'Clear'],
  ['button:not([data-testid]):has(> [data-component-name="icons/CloseIcon/CloseIcon"])', 'aria-label', () => 'Close'],
]

function repair() {
  for (const [selector, attribute, wanted] of repairs) {
    for (const element of document.querySelectorAll(selector)) {
      const value = wanted(element)
      if (element.getAttribute(attribute) !== value) element.setAttribute(attribute, value)
    }
  }
}

/** Redoc keeps its route in the fragment, such as `#/tag/operation#tag/operation/request`: a link cannot be a plain one. */
function skipToContent() {
  const [route] = location.hash.split('#').slice(-1)
  const shown = document.getElementById(decodeURIComponent(route).replace(/^\//, ''))
  const content = shown ?? document.querySelector('main')
  if (content === null) return
  content.tabIndex = -1
  content.focus()
}

showColours()
systemIsDark.addEventListener('change', followSystem)
new MutationObserver(repair).observe(document, { subtree: true, childList: true, characterData: true })
document.addEventListener('click', (event) => {
  if (event.target.closest('.skip') === null) return
  event.preventDefault()
  skipToContent()
})
document.addEventListener('keydown', (event) => {
  if ((event.key !== 'Enter' && event.key !== ' ') || !event.target.matches('[data-testid="search-trigger"]')) return
  event.preventDefault()
  event.target.click()
})
