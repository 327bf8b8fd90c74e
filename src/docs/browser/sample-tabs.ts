const choiceKey = 'sample'

/** Shows one sample at a time, as tabs (WAI-ARIA Authoring Practices), the one that was chosen last. */
export function sampleTabs(tabs: HTMLElement): void {
  const samples = [...(tabs.parentElement?.querySelectorAll<HTMLElement>('.sample') ?? [])]
  tabs.setAttribute('role', 'tablist')
  tabs.setAttribute('aria-label', 'Language')
  const buttons = samples.map((sample) => {
    const button = document.createElement('button')
    button.type = 'button'
    button.id = `${sample.id}-tab`
    button.textContent = sample.querySelector('h3')?.textContent ?? ''
    button.setAttribute('role', 'tab')
    button.setAttribute('aria-controls', sample.id)
    sample.setAttribute('role', 'tabpanel')
    sample.setAttribute('aria-labelledby', button.id)
    return button
  })
  const choose = (chosen: number) => {
    for (const [index, button] of buttons.entries()) {
      button.setAttribute('aria-selected', String(index === chosen))
      button.tabIndex = index === chosen ? 0 : -1
      samples[index]?.classList.toggle('chosen', index === chosen)
    }
  }
  for (const [index, button] of buttons.entries()) {
    button.addEventListener('click', () => {
      choose(index)
      remember(samples[index]?.id ?? '')
    })
  }
  tabs.addEventListener('keydown', (event) => {
    const now = buttons.findIndex((button) => button.tabIndex === 0)
    const next = { ArrowRight: now + 1, ArrowLeft: now - 1, Home: 0, End: buttons.length - 1 }[event.key]
    if (next === undefined) return
    event.preventDefault()
    const button = buttons.at(next % buttons.length)
    button?.focus()
    button?.click()
  })
  tabs.append(...buttons)
  choose(
    Math.max(
      0,
      samples.findIndex(({ id }) => id === remembered()),
    ),
  )
}

/** A page may be told not to keep anything. */
function remember(id: string): void {
  try {
    localStorage.setItem(choiceKey, id)
  } catch {}
}

function remembered(): string | null {
  try {
    return localStorage.getItem(choiceKey)
  } catch {
    return null
  }
}
