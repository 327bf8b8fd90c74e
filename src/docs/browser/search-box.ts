import type { Found, Search } from './search.ts'
import { say } from './status.ts'

const mostShown = 20

/** A search box whose results open below it (WAI-ARIA combobox). What it searches in is loaded when it is first used. */
export function searchBox(input: HTMLInputElement, source: string): void {
  const list = document.querySelector<HTMLElement>('#found')
  if (!list) return
  let loading: Promise<Search> | undefined
  let chosen = -1
  const load = () => {
    loading ??= loaded(source)
    return loading
  }
  const options = () => [...list.querySelectorAll<HTMLElement>('[role=option]')]
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
    list.hidden = true
    input.setAttribute('aria-expanded', 'false')
    choose(-1)
  }
  const show = (found: readonly Found[]) => {
    list.replaceChildren(...(found.length > 0 ? found.map(option) : [nothingFound()]))
    list.hidden = false
    input.setAttribute('aria-expanded', 'true')
    choose(0)
    say(found.length === 0 ? 'Nothing found' : found.length === 1 ? '1 found' : `${found.length} found`)
  }
  input.addEventListener('focus', load)
  input.addEventListener('input', async () => {
    const { value } = input
    if (value.trim() === '') return close()
    const search = await load()
    // Another letter may have come meanwhile.
    if (input.value === value) show(search(value).slice(0, mostShown))
  })
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close()
    if (event.key === 'ArrowDown') choose(chosen + 1)
    if (event.key === 'ArrowUp') choose(chosen - 1)
    if (event.key === 'Enter') go(options()[chosen])
    if (['ArrowDown', 'ArrowUp', 'Enter'].includes(event.key)) event.preventDefault()
  })
  input.addEventListener('blur', close)
  // The box would lose the focus, and close the list, before the click is done.
  list.addEventListener('mousedown', (event) => {
    event.preventDefault()
    if (event.target instanceof Element) go(event.target.closest<HTMLElement>('[role=option]') ?? undefined)
  })
  document.addEventListener('keydown', (event) => {
    const isElsewhere = !(event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement)
    if (event.key !== '/' || !isElsewhere) return
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

function nothingFound(): HTMLElement {
  const item = document.createElement('li')
  item.setAttribute('role', 'option')
  item.setAttribute('aria-disabled', 'true')
  item.id = 'found-nothing'
  item.textContent = 'Nothing found'
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
