import { posix } from 'node:path'
import type { Names } from '../document/names.ts'
import { functionTable, tableConstants, tables } from './operation-table.ts'
import { banner, json } from './source-text.ts'
import type { OperationValidators, Validator } from './validator-list.ts'
import { groupsOf, type Unit, unitsOf, wordsOf } from './validator-units.ts'

/** What the files are made of. */
export interface WholeValidators {
  /** Every function with what it needs, but for the runtime. */
  readonly code: string
  /** `validator-runtime.js` with its exports. */
  readonly runtime: string
  readonly validators: readonly Validator[]
  readonly operations: readonly OperationValidators[]
  readonly names: Names
  /** The function of the code that a validator is. */
  readonly local: (validator: Validator) => string
}

const folder = 'validators/'
const runtimeName = `${folder}runtime.js`

/**
 * The validators of a large document in files of their own: `validators/createThing.js` loads what that operation needs
 * and little else, and `validators.js` exports all of them as ever.
 *
 * @returns file name → text
 */
export function validatorParts(whole: WholeValidators): ReadonlyMap<string, string> {
  const { code, runtime, operations, local } = whole
  const { units, constants } = unitsOf(code)
  const groups = groupsOf(units, operations.flatMap(ownValidators).map(local))
  const named = groups.map((own, index) => [`${folder}shared/${index + 1}.js`, own] as const)
  const places = new Map(named.flatMap(([file, own]) => own.map(({ name }) => [name, file] as const)))
  const context = {
    constants,
    place: (name: string) => places.get(name) ?? '',
    runtimeExport: runtimeExportsIn(runtime),
  }
  const files = operationFiles(whole)
  return new Map([
    [runtimeName, `${banner}\n${runtime}`],
    ...named.map(([file, own]) => [file, groupModule(file, own, context)] as const),
    ...operations.flatMap((operation) =>
      operationModule(files.get(operation.operationId) ?? '', operation, context, local),
    ),
    ['validators.js', index(whole, context)],
  ])
}

function ownValidators({ parameters, requestBody, responses }: OperationValidators): Validator[] {
  return [parameters, requestBody, ...responses.values()].filter((validator) => validator !== undefined)
}

/** Names that are no files on some systems, or that are ours. */
const noNames = /^(?:con|prn|aux|nul|com\d|lpt\d|runtime|shared)$/
const longestName = 100

/** operationId → the file of its validators; names that differ in case alone are one file on some systems. */
function operationFiles({ operations, names }: WholeValidators): ReadonlyMap<string, string> {
  const taken = new Set<string>()
  return new Map(
    operations.map(({ operationId }) => {
      const method = (names.methods.get(operationId) ?? '').slice(0, longestName)
      const isFree = (one: string) => !taken.has(one.toLowerCase()) && !noNames.test(one.toLowerCase())
      let name = method
      for (let number = 2; !isFree(name); number++) name = `${method}-${number}`
      taken.add(name.toLowerCase())
      return [operationId, `${folder}${name}.js`] as const
    }),
  )
}

interface Context {
  readonly constants: ReadonlyMap<string, string>
  /** The file of a function. */
  readonly place: (name: string) => string
  /** Finds what the runtime exports. */
  readonly runtimeExport: RegExp
}

function runtimeExportsIn(runtime: string): RegExp {
  const names = [...runtime.matchAll(/^export (?:function|const) (\w+)/gm)].map(([, name]) => name)
  return new RegExp(`\\b(?:${names.join('|')})\\b`, 'g')
}

/** Functions with the constants that they read; a constant that several modules read is in each of them. */
function groupModule(file: string, own: readonly Unit[], { constants, place, runtimeExport }: Context): string {
  const read = new Set(own.flatMap((unit) => [...unit.constants]))
  const copied = [...read].map((name) => `${constants.get(name)}\n`).join('')
  const text = copied + own.map((unit) => unit.text).join('')
  const wrapped = [...wordsOf(copied)].filter((name) => place(name) !== '')
  const called = new Set([...own.flatMap(({ functions }) => [...functions]), ...wrapped])
  const foreign = [...called].filter((name) => place(name) !== file)
  const usedExports = [...new Set(text.match(runtimeExport))].sort()
  const imports = [
    ...(usedExports.length > 0 ? [importLine(file, runtimeName, usedExports)] : []),
    ...importLines(file, foreign, place),
  ]
  return moduleText(
    imports,
    text,
    own.map(({ name }) => name),
  )
}

/** The validators of one operation by their names, and the table with its line alone. */
function operationModule(
  file: string,
  operation: OperationValidators,
  { place }: Context,
  local: WholeValidators['local'],
): (readonly [string, string])[] {
  const own = ownValidators(operation)
  const table = functionTable([operation], local)
  const exported = own.map((validator) => `${local(validator)} as ${validator.name}`)
  const code = moduleText(importLines(file, own.map(local), place), `const operationValidators = ${table};\n`, [
    'operationValidators',
    ...exported,
  ])
  return [
    [file, code],
    [file.replace(/js$/, 'd.ts'), operationDeclarations(operation, own)],
  ]
}

function operationDeclarations(operation: OperationValidators, own: readonly Validator[]): string {
  const isInTable = functionTable([operation], () => '') !== '{}'
  const type = isInTable ? `Pick<typeof all, ${json(operation.operationId)}>` : 'Record<never, never>'
  const imported = isInTable ? "import type { operationValidators as all } from '../validators.js'\n" : ''
  const again = own.length > 0 ? `export { ${own.map(({ name }) => name).join(', ')} } from '../validators.js'\n` : ''
  return `${banner}\n${imported}${again}export declare const operationValidators: ${type}\n`
}

function index({ validators, operations, local }: WholeValidators, { place }: Context): string {
  const file = 'validators.js'
  const text = tableConstants(operations, local)
  return moduleText(importLines(file, validators.map(local), place), text, allNames(validators, local))
}

/** What `validators.js` exports: each validator by its name, and the tables. */
export function allNames(validators: readonly Validator[], local: WholeValidators['local']): string[] {
  return [
    ...validators.map((validator) => `${local(validator)} as ${validator.name}`),
    ...tables.map(({ name }) => name),
  ]
}

function moduleText(imports: readonly string[], text: string, exported: readonly string[]): string {
  return `${banner}\n${imports.join('')}\n${text}${exportList(exported)}`
}

export function exportList(names: readonly string[]): string {
  return `export {\n${names.map((name) => `  ${name},\n`).join('')}}\n`
}

/** One line for each file that some of the names are in. */
function importLines(file: string, names: readonly string[], place: Context['place']): string[] {
  const byFile = [...Map.groupBy(new Set(names), place)].sort(([a], [b]) => (a < b ? -1 : 1))
  return byFile.map(([from, own]) => importLine(file, from, own))
}

function importLine(file: string, from: string, names: readonly string[]): string {
  const path = posix.relative(posix.dirname(file), from)
  return `import { ${names.join(', ')} } from ${json(path.startsWith('.') ? path : `./${path}`)}\n`
}
