/** Proves that the place is as strict as it is said to be, so that what passed there means something. */
export function evalIsRefused() {
  const name = 'the engine refuses code from strings'
  try {
    new Function('return 1')()
    return { name, ok: false, detail: 'it runs' }
  } catch {
    return { name, ok: true, detail: '' }
  }
}
