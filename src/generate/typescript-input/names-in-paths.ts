import { isObject, type JsonObject, objectFrom } from '../../document/json.ts'

/** Path items stand in their paths too; there their operations have their names, and nowhere a second time. */
export function withNamesInPathsAlone(bundle: JsonObject): JsonObject {
  const { components } = bundle
  if (!isObject(components) || !isObject(components.pathItems)) return bundle
  const unnamed = Object.entries(components.pathItems).map(([name, item]) => {
    const members = Object.entries(isObject(item) ? item : {}).map(([key, member]) => {
      if (!isObject(member)) return [key, member] as const
      const { operationId: _, ...operation } = member
      return [key, operation] as const
    })
    return [name, objectFrom(members)] as const
  })
  return { ...bundle, components: { ...components, pathItems: objectFrom(unnamed) } }
}
