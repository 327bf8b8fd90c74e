import { say } from './status.ts'

/** Makes the button beside a piece of code copy it. */
export function copyButtons(code: HTMLElement): void {
  const button = code.querySelector('button')
  const text = code.querySelector('pre')
  button?.addEventListener('click', async () => {
    const isCopied = text !== null && (await copied(text))
    button.textContent = isCopied ? 'Copied' : 'Not copied'
    say(button.textContent)
    button.addEventListener(
      'blur',
      () => {
        button.textContent = 'Copy'
      },
      { once: true },
    )
  })
}

async function copied(element: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(element.textContent ?? '')
    return true
  } catch {
    // Where pages may not use the clipboard, the code is selected and the reader's own shortcut copies it.
    getSelection()?.selectAllChildren(element)
    return document.execCommand('copy')
  }
}
