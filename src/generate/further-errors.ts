import { namesFor } from '../document/names.ts'
import type { SourceDocument } from '../document/read-document.ts'
import { readModel } from '../document/read-model.ts'
import type { Finding } from '../report/finding.ts'
import { compileValidators } from './compile-validators.ts'

/**
 * The schemas that cannot be compiled in a document whose structure is broken too, so that one run lists everything.
 * What the structure already explains is left out: a schema that holds one of its errors, and a missing reference.
 */
export async function furtherErrors({ bundle, errors, locate }: SourceDocument): Promise<readonly Finding[]> {
  try {
    const model = readModel(bundle)
    const { findings } = await compileValidators(model, namesFor(model), locate)
    return findings.filter((finding) => !isExplained(finding, errors))
  } catch {
    // Nothing can be read from a structure this broken; its own errors say why.
    return []
  }
}

function isExplained({ message, location: whole }: Finding, errors: readonly Finding[]): boolean {
  const isUnresolved = message.includes("can't resolve reference")
  return errors.some(({ id, location }) => {
    if (isUnresolved && ['no-unresolved-refs', 'self-reference'].includes(id)) return true
    return location?.file === whole?.file && `${location?.pointer}/`.startsWith(`${whole?.pointer}/`)
  })
}
