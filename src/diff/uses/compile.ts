import { dirname, join } from 'node:path'
import ts from 'typescript'
import { ours } from '../../generate/options.ts'

/** What the compiler says of one file; a line for each error. */
export type CompileErrors = ReadonlyMap<string, readonly string[]>

/** What a careful caller compiles with. */
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  lib: ['lib.es2024.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  allowImportingTsExtensions: true,
  allowJs: true,
  resolveJsonModule: true,
  skipLibCheck: true,
  noEmit: true,
  paths: {
    'inference-gateways': [join(ours.root, 'src/index.ts')],
    'inference-gateways/client': [join(ours.root, 'src/client/index.ts')],
  },
}

/** What code of callers uses of Node; all of its types take longer to read than all else. */
const nodeTypes = {
  file: join(ours.root, 'dist/uses/node.d.ts'),
  text: `declare const process: { readonly env: { readonly [name: string]: string | undefined } }
declare module 'node:fs/promises' { export function readFile(path: string): Promise<Uint8Array<ArrayBuffer>> }
`,
}

/** What was parsed before: the engine's own declarations alone are two thirds of the work. */
const parsed = new Map<string, ts.SourceFile>()

/**
 * Compiles some files as one program. What has no error is left out.
 *
 * @param entries what is judged; what they import is read only
 * @param given files that need not exist, or differ here from what is there
 */
export function compile(entries: readonly string[], given: ReadonlyMap<string, string>): CompileErrors {
  const files = new Map([...given, [nodeTypes.file, nodeTypes.text]])
  const host = ts.createCompilerHost(options)
  const { readFile, fileExists, directoryExists, getSourceFile } = host
  const folders = new Set([...files.keys()].flatMap(foldersOf))
  host.readFile = (file) => files.get(file) ?? readFile(file)
  host.fileExists = (file) => files.has(file) || fileExists(file)
  host.directoryExists = (folder) => folders.has(folder) || (directoryExists?.(folder) ?? false)
  host.getSourceFile = (file, target, ...others) => {
    if (files.has(file)) return ts.createSourceFile(file, files.get(file) ?? '', target)
    const known = parsed.get(file) ?? getSourceFile(file, target, ...others)
    if (known) parsed.set(file, known)
    return known
  }
  const program = ts.createProgram([...entries, nodeTypes.file], options, host)
  const errors = entries.map((entry) => [entry, errorsIn(program, entry)] as const)
  return new Map(errors.filter(([, own]) => own.length > 0))
}

function errorsIn(program: ts.Program, entry: string): string[] {
  const file = program.getSourceFile(entry)
  return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(errorWords)
}

/** The innermost reason: the first says that it does not fit, the last what does not. */
function errorWords({ messageText }: ts.Diagnostic): string {
  const lines = ts.flattenDiagnosticMessageText(messageText, '\n').split('\n')
  return lines.map((line) => line.trim()).join(' ')
}

function foldersOf(file: string): string[] {
  const folder = dirname(file)
  return folder === file ? [] : [folder, ...foldersOf(folder)]
}
