import type { Found, Search } from './search.ts'
import { say } from './status.ts'

const mostShown = 20

/** A search box whose results open below it (WAI-ARIA combobox). What it searches in is loaded when it is first used. */
export function searchBox(input: HTMLInputElement, source: string): void {
  const list = document.querySelector<HTMLElement>('#found')
  if (!list) return
  let loading: Promise<Search> | undefined
  /** What the list is for; undefined while it is closed. */
  let shown: string | undefined
  let chosen = -1
  const load = () => {
    loading ??= loaded(source).catch((error: unknown) => {
      // The next letter tries again.
      loading = undefined
      throw error
    })
    return loading
  }
  const options = () => [...list.querySelectorAll<HTMLElement>('[role=option]:not([aria-disabled])')]
  const choose = (index: number) => {
    const all = options()
    chosen = all.length === 0 ? -1 : (index + all.length) % all.length
    for (const [place, option] of all.entries()) option.setAttribute('aria-selected', String(place === chosen))
    const option = all[chosen]
    option?.scrollIntoView({ block: 'nearest' })
    if (option) input.setAttribute('aria-activedescendant', option.id)
    else input.removeAttribute('aria-activedescendant')
  }
  const close = () => {
    shown = undefined
    list.replaceChildren()
    list.hidden = true
    input.setAttribute('aria-expanded', 'false')
    choose(-1)
  }
  const open = (items: readonly HTMLElement[], said: string) => {
    list.replaceChildren(...items)
    list.hidden = false
    input.setAttribute('aria-expanded', 'true')
    choose(0)
    say(said)
  }
  const show = (found: readonly Found[]) => {
    const more = found.length - mostShown
    if (found.length === 0) open([note('Nothing found')], 'Nothing found')
    else if (more <= 0) open(found.map(option), `${found.length} found`)
    else {
      const rest = `${more} more; another word says which`
      open([...found.slice(0, mostShown).map(option), note(rest)], `${mostShown} found, ${rest}`)
    }
  }
  /** Shows what is found for what stands in the box. */
  const update = async () => {
    const { value } = input
    if (value.trim() === '') return close()
    if (shown === value) return
    try {
      const search = await load()
      // Another letter may have come meanwhile, or the reader have gone.
      if (input.value !== value || document.activeElement !== input) return
      shown = value
      show(search(value))
    } catch {
      open([note('The search could not be loaded')], 'The search could not be loaded')
    }
  }
  input.addEventListener('focus', () => void load().catch(() => {}))
  input.addEventListener('input', update)
  input.addEventListener('keydown', async (event) => {
    const { key } = event
    if (key === 'Escape') return close()
    if (!['ArrowDown', 'ArrowUp', 'Enter'].includes(key)) return
    event.preventDefault()
    if (key === 'Enter') {
      await update()
      go(options()[chosen])
    } else if (shown === undefined) await update()
    else choose(key === 'ArrowDown' ? chosen + 1 : chosen - 1)
  })
  input.addEventListener('blur', close)
  // The box would lose the focus, and close the list, before the click is done.
  list.addEventListener('mousedown', (event) => {
    event.preventDefault()
    if (event.target instanceof Element) go(event.target.closest<HTMLElement>('[role=option]') ?? undefined)
  })
  document.addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
    event.preventDefault()
    input.focus()
  })

  function go(option: HTMLElement | undefined): void {
    const { page } = option?.dataset ?? {}
    if (page === undefined) return
    close()
    location.href = new URL(page, new URL(source, location.href)).href
  }
}

function option({ title, detail, page }: Found, index: number): HTMLElement {
  const item = document.createElement('li')
  item.id = `found-${index}`
  item.dataset.page = page
  item.setAttribute('role', 'option')
  const about = document.createElement('small')
  about.textContent = detail
  item.append(title, about)
  return item
}

/** A line of the list that leads nowhere. */
function note(text: string): HTMLElement {
  const item = document.createElement('li')
  item.setAttribute('role', 'option')
  item.setAttribute('aria-disabled', 'true')
  item.textContent = text
  return item
}

/** The entries are a script too: a page from a file may not read other files, but run them. */
async function loaded(source: string): Promise<Search> {
  await script(source.replace(/search\.js$/, 'search-entries.js'))
  await script(source)
  return globalThis.referenceSearch
}

function script(source: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const element = document.createElement('script')
    element.src = source
    element.addEventListener('load', () => resolve())
    element.addEventListener('error', reject)
    document.head.append(element)
  })
}
