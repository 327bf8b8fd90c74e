import { join } from 'node:path'
import ts from 'typescript'
import { root } from './workspace.ts'

/** What the compiler says of the files, under the repository's own strict settings and as a caller would see them. */
export function typeErrors(files: readonly string[], sources: ReadonlyMap<string, string> = new Map()): string[] {
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile).config,
    ts.sys,
    root,
  )
  const settings: ts.CompilerOptions = {
    ...options,
    types: [],
    skipLibCheck: false,
    paths: {
      'inference-gateways': [join(root, 'src/index.ts')],
      'inference-gateways/client': [join(root, 'src/client/index.ts')],
    },
  }
  const host = ts.createCompilerHost(settings)
  const readFile = host.readFile.bind(host)
  const fileExists = host.fileExists.bind(host)
  host.readFile = (file) => sources.get(file) ?? readFile(file)
  host.fileExists = (file) => sources.has(file) || fileExists(file)
  host.directoryExists = (folder) =>
    [...sources.keys()].some((file) => file.startsWith(`${folder}/`)) || ts.sys.directoryExists(folder)
  const program = ts.createProgram([...files, ...sources.keys()], settings, host)
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const line =
      file && start !== undefined ? `${file.fileName}:${file.getLineAndCharacterOfPosition(start).line + 1} ` : ''
    return line + ts.flattenDiagnosticMessageText(messageText, '\n')
  })
}
