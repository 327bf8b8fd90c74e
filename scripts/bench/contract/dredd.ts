import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { token } from '../serving.ts'
import { type Suite, toldByJUnit } from './suite.ts'

/** Documented errors are skipped, as Dredd does by itself for OpenAPI 2: a right request does not provoke them. */
const successesAlone = `const hooks = require('hooks')
hooks.beforeEach((transaction) => {
  const { statusCode, body } = transaction.expected
  transaction.skip = !/^2/.test(statusCode) || 'code' in JSON.parse(body || '{}')
})
`

/** Dredd sends the example of each documented success once, and compares what comes back with it. */
export function dredd(modules: string, folder: string, document: string): Suite {
  const [report, hooks] = [join(folder, 'dredd.xml'), join(folder, 'dredd-hooks.cjs')]
  writeFileSync(hooks, successesAlone)
  const program = join(modules, 'dredd/bin/dredd')
  return {
    name: 'Dredd',
    makes: 'the example of each success; no broken requests; reads 3.1 as 3.0, without oneOf and formats',
    commands: (baseUrl) => [
      {
        command: [
          ...[process.execPath, program, document, baseUrl, '--sorted', '--loglevel', 'error', '--hookfiles', hooks],
          ...['--header', `authorization: Bearer ${token}`, '--reporter', 'xunit', '--output', report],
        ],
        cwd: folder,
      },
    ],
    reports: [report],
    told: () => toldByJUnit(report),
  }
}
