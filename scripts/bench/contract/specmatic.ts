import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withObjects } from '../../../src/document/shape.ts'
import { ours } from '../../../src/generate/options.ts'
import { gateways, token } from '../serving.ts'
import { exampleId, removedId } from './example-gateways.ts'
import { type Suite, toldByJUnit } from './suite.ts'

/** Whether Specmatic's engine is on the path. */
export function hasJava(): boolean {
  return spawnSync('java', ['-version'], { stdio: 'ignore' }).status === 0
}

/**
 * Specmatic with its resiliency tests on. It takes no notice of schemas that are `false`, so that it cannot make a valid
 * create by itself: it gets an example of each operation, and the document without the examples that they replace.
 */
export function specmatic(modules: string, folder: string, document: string): Suite {
  const home = join(folder, 'specmatic')
  const examples = join(home, 'examples')
  mkdirSync(examples, { recursive: true })
  writeFileSync(join(home, 'specmatic.yaml'), settings)
  writeFileSync(join(home, 'openapi.json'), JSON.stringify(withoutExamples(JSON.parse(readFileSync(document, 'utf8')))))
  for (const [name, example] of Object.entries(exchanges()))
    writeFileSync(join(examples, `${name}.json`), JSON.stringify(example))
  const report = join(home, 'reports/TEST-junit-jupiter.xml')
  const args = ['test', '--junitReportDir', 'reports', '--examples', 'examples', 'openapi.json']
  return {
    name: 'Specmatic',
    makes: 'an example of each operation, and what its resiliency tests make of it, one variant of each',
    commands: (baseUrl) => [
      {
        command: ['java', '-jar', join(modules, 'specmatic/specmatic.jar'), ...args, '--testBaseURL', baseUrl],
        cwd: home,
        env: { bearerAuth: token, MAX_TEST_REQUEST_COMBINATIONS: '1' },
      },
    ],
    reports: [report],
    told: () => toldByJUnit(report),
  }
}

const settings = 'version: 2\ntest:\n  resiliencyTests:\n    enable: all\n'

function exchanges() {
  return {
    create: exchange('POST', gateways, 'gateway-creating', 'create-core-weave-auth-body-based-routing'),
    list: exchange('GET', gateways, 'gateways-several'),
    parameters: exchange('GET', `${gateways}/parameters`, 'parameters-zones'),
    get: exchange('GET', `${gateways}/${exampleId}`, 'gateway-ready'),
    update: exchange(
      ...(['PATCH', `${gateways}/${exampleId}`, 'gateway-updating'] as const),
      'update-core-weave-auth-body-based-routing',
    ),
    delete: exchange('DELETE', `${gateways}/${removedId}`, 'gateway-deleting'),
  }
}

function exchange(method: string, path: string, answer: string, body?: string) {
  const request = { method, path, headers: { Authorization: `Bearer ${token}` } }
  return {
    'http-request': body === undefined ? request : { ...request, body: example(body) },
    'http-response': { status: 200, headers: { 'Content-Type': 'application/json' }, body: example(answer) },
  }
}

function example(name: string): unknown {
  return JSON.parse(readFileSync(join(ours.spec, '../examples', `${name}.json`), 'utf8')).value
}

/** A copy in which no media type has an example. */
function withoutExamples(document: unknown): unknown {
  return withObjects(document, (object, isMap) => {
    if (isMap || !('schema' in object) || 'in' in object) return object
    const { example: _, examples: __, ...kept } = object
    return kept
  })
}
