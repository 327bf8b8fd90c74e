import type { Model } from './model.ts'
import { isUnnamed, schemaName } from './read-model.ts'

/** What the things of a document are called in generated code. */
export interface Names {
  /** operationId → method of the client, and prefix of what belongs to the operation. */
  readonly methods: ReadonlyMap<string, string>
  /** Key of the model's schema → exported type and validator. */
  readonly schemas: ReadonlyMap<string, string>
}

/** Members of the client, and words that change what an object is when a member is called so. */
const reservedMethods = ['http', 'withResponse', 'then', 'constructor']

/**
 * Names that `types.ts` and `validators.js` use themselves, and `then`: a module that exports it is taken for a promise
 * by `import()`.
 */
const reservedTypes = [
  ...['then', 'operationValidators', 'requestValidators', 'responseValidators'],
  ...['paths', 'webhooks', 'components', 'operations', '$defs', '$Read', '$Write', 'Readable', 'Writable'],
  ...['types', '$ListOf', 'Record', 'NonNullable', 'WithRequired', 'Omit', 'Pick', 'Partial', 'Array'],
]

const reservedWords = new Set(
  (
    'any arguments as async await bigint boolean break case catch class const continue debugger default delete do else enum ' +
    'eval export extends false finally for function if implements import in instanceof interface let never new null ' +
    'number object package private protected public return static string super switch symbol this throw true try ' +
    'type typeof undefined unknown var void while with yield'
  ).split(' '),
)

/** Chooses names that are identifiers, differ from each other and from ours, and depend on the document alone. */
export function namesFor(model: Pick<Model, 'operations' | 'schemas'>): Names {
  const methods = chosen(
    model.operations.map(({ operationId }) => operationId),
    { shape: memberCase, taken: reservedMethods, suffix: 'Operation' },
  )
  const parts = model.operations.flatMap((operation) => {
    const method = methods.get(operation.operationId) ?? ''
    const statuses = operation.responses.map(({ status }) => responseName(method, status))
    return [`${method}RequestBody`, `${method}Parameters`, ...statuses].flatMap((name) => [name, capitalised(name)])
  })
  const schemas = chosen(
    Object.keys(model.schemas).filter((name) => !isUnnamed(name)),
    {
      shape: (key) => typeCase(schemaName(key)),
      taken: [...reservedTypes, ...parts],
      suffix: 'Schema',
    },
  )
  return { methods, schemas }
}

/** `createGateway` and `200` → `createGatewayResponse200`. */
export function responseName(method: string, status: string): string {
  return `${method}Response${capitalised(status)}`
}

export function capitalised(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1)
}

/** An identifier for a variable: the name itself, or its words in camelCase. */
export function camelCase(name: string): string {
  if (isIdentifier(name)) return name
  const [first = '', ...rest] = words(name)
  return identifier(first.slice(0, 1).toLowerCase() + first.slice(1) + rest.map(capitalised).join(''))
}

/** A member may be called by a reserved word: `client.delete()`. */
function memberCase(name: string): string {
  return reservedWords.has(name) ? name : camelCase(name)
}

function typeCase(name: string): string {
  return isIdentifier(name) ? name : identifier(words(name).map(capitalised).join(''))
}

function isIdentifier(name: string): boolean {
  return /^[A-Za-z$][\w$]*$/.test(name) && !reservedWords.has(name)
}

function identifier(text: string): string {
  const name = text === '' ? 'unnamed' : text
  if (/^\d/.test(name)) return `_${name}`
  return reservedWords.has(name) ? `${name}_` : name
}

function words(name: string): string[] {
  return name.split(/[^A-Za-z0-9]+/).filter((word) => word !== '')
}

interface Choice {
  readonly shape: (name: string) => string
  readonly taken: readonly string[]
  readonly suffix: string
}

/** Names that need no change come first, so that adding one that needs it renames nothing. */
function chosen(originals: readonly string[], { shape, taken, suffix }: Choice): Map<string, string> {
  const used = new Set(taken)
  const names = new Map<string, string>()
  const plainFirst = [...originals].sort((a, b) => Number(shape(a) !== a) - Number(shape(b) !== b))
  for (const original of plainFirst) {
    const name = free(shape(original), suffix, used)
    used.add(name).add(capitalised(name))
    names.set(original, name)
  }
  return names
}

function free(name: string, suffix: string, used: ReadonlySet<string>): string {
  if (!used.has(name) && !used.has(capitalised(name))) return name
  let other = `${name}${suffix}`
  for (let count = 2; used.has(other) || used.has(capitalised(other)); count++) other = `${name}${suffix}${count}`
  return other
}
