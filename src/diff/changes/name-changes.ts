import { pointerOf } from '../../document/json.ts'
import { isUnnamed, schemaName } from '../../document/read-model.ts'
import type { Change } from '../change.ts'
import type { ReadRevision } from '../compared.ts'
import { normalForm } from '../search/normal-form.ts'
import type { PairedOperations } from './paired-operations.ts'

/** Names that code uses: operationIds are methods of a client, names of schemas are types and validators. */
export function nameChanges(base: ReadRevision, revision: ReadRevision, { pairs }: PairedOperations): Change[] {
  const renamed = pairs.filter((pair) => pair.base.operationId !== pair.revision.operationId)
  return [
    ...renamed.map((pair) => ({
      id: 'operation-renamed',
      audience: 'names' as const,
      rating: 'breaking' as const,
      message: `${pair.base.operationId} is called ${pair.revision.operationId} now`,
      operations: [pair.revision.operationId],
      where: [],
      places: { base: `${pair.base.pointer}/operationId`, revision: `${pair.revision.pointer}/operationId` },
    })),
    ...schemaNameChanges(base, revision),
  ]
}

function schemaNameChanges(base: ReadRevision, revision: ReadRevision): Change[] {
  const [before, after] = [namesOf(base), namesOf(revision)]
  const fresh = after.filter((name) => !before.includes(name))
  const gone = before.filter((name) => !after.includes(name))
  const whereabouts = { audience: 'names' as const, operations: [], where: [] }
  return [
    ...gone.map((name) => {
      const heir = fresh.find((other) => formOf(revision, other) === formOf(base, name))
      const become = heir === undefined ? 'is gone' : `is called ${heir} now`
      return {
        ...whereabouts,
        id: heir === undefined ? 'schema-removed' : 'schema-renamed',
        rating: 'breaking' as const,
        message: `schema ${name} ${become}`,
        places: { base: placeOf(name), ...(heir !== undefined && { revision: placeOf(heir) }) },
      }
    }),
    ...fresh.map((name) => ({
      ...whereabouts,
      id: 'schema-added',
      rating: 'safe' as const,
      message: `schema ${name} is new`,
      places: { revision: placeOf(name) },
    })),
  ]
}

function namesOf({ model }: ReadRevision): string[] {
  return Object.keys(model.schemas).filter((key) => !isUnnamed(key))
}

function formOf({ model }: ReadRevision, key: string): string {
  return normalForm(model, model.schemas[key] ?? true)
}

function placeOf(key: string): string {
  return pointerOf(['components', 'schemas', schemaName(key)])
}
