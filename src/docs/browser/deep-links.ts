/** Opens what the address leads to: a closed example, or the sample in a language that is not shown. */
export function openLinked(): void {
  const target = document.getElementById(decodedHash())
  if (target instanceof HTMLDetailsElement) target.open = true
  if (target?.matches('.sample:not(.chosen)')) document.getElementById(`${target.id}-tab`)?.click()
}

function decodedHash(): string {
  try {
    return decodeURIComponent(location.hash.slice(1))
  } catch {
    return ''
  }
}
