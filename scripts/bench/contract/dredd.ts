import { join } from 'node:path'
import { token } from '../serving.ts'
import { type Suite, toldByJUnit } from './suite.ts'

/** Dredd sends the example of each documented answer once, and compares what comes back with it. */
export function dredd(modules: string, folder: string, document: string): Suite {
  const report = join(folder, 'dredd.xml')
  const program = join(modules, 'dredd/bin/dredd')
  return {
    name: 'Dredd',
    makes:
      'the first example of each documented answer; no broken requests; reads 3.1 as 3.0, without oneOf and formats',
    commands: (baseUrl) => [
      {
        command: [
          ...[process.execPath, program, document, baseUrl, '--sorted', '--loglevel', 'error'],
          ...['--header', `authorization: Bearer ${token}`, '--reporter', 'xunit', '--output', report],
        ],
        cwd: folder,
      },
    ],
    told: () => toldByJUnit(report),
  }
}
