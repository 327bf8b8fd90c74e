import type { Model, Operation, Parameter } from '../../document/model.ts'

/** An operation in both revisions: the same method on the same path, whatever its parameters are called. */
export interface OperationPair {
  readonly base: Operation
  readonly revision: Operation
}

/** The operations of two revisions side by side. */
export interface PairedOperations {
  readonly pairs: readonly OperationPair[]
  readonly removed: readonly Operation[]
  readonly added: readonly Operation[]
}

/** Puts the operations of two models side by side. */
export function pairedOperations(base: Model, revision: Model): PairedOperations {
  const before = new Map(base.operations.map((operation) => [wireName(operation), operation]))
  const after = new Map(revision.operations.map((operation) => [wireName(operation), operation]))
  return {
    pairs: [...after].flatMap(([name, operation]) => {
      const own = before.get(name)
      return own ? [{ base: own, revision: operation }] : []
    }),
    removed: [...before].flatMap(([name, operation]) => (after.has(name) ? [] : [operation])),
    added: [...after].flatMap(([name, operation]) => (before.has(name) ? [] : [operation])),
  }
}

function wireName({ method, path }: Operation): string {
  return `${method} ${path.replaceAll(/\{[^{}]*\}/g, '{}')}`
}

/** What a parameter is on the wire: those of the path by their place in it, header names in one case. */
export function parameterName({ path }: Operation, { in: place, name }: Parameter): string {
  if (place === 'path') {
    const names = [...path.matchAll(/\{([^{}]*)\}/g)].map(([, own]) => own)
    return `path ${names.indexOf(name)}`
  }
  return `${place} ${place === 'header' ? name.toLowerCase() : name}`
}
