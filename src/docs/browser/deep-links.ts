import { decoded } from '../../document/json.ts'

/** Opens what the address leads to: a closed example, or the sample in a language that is not shown. */
export function openLinked(): void {
  const target = document.getElementById(decoded(location.hash.slice(1)))
  if (target instanceof HTMLDetailsElement) target.open = true
  if (target?.matches('.sample:not(.chosen)')) document.getElementById(`${target.id}-tab`)?.click()
}
