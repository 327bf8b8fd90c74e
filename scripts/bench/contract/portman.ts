import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { JsonObject } from '../../../src/document/json.ts'
import { withObjects } from '../../../src/document/shape.ts'
import { gateways, token } from '../serving.ts'
import type { Suite, Told } from './suite.ts'

/** What newman's report holds of each request. */
interface Collected {
  readonly run: {
    readonly executions: readonly {
      readonly item: { readonly name: string }
      readonly assertions?: readonly { readonly assertion: string; readonly error?: object }[]
    }[]
  }
}

/** Portman makes a Postman collection with contract tests and fuzzed creates; newman runs it. */
export function portman(modules: string, folder: string, document: string): Suite {
  const settings = join(folder, 'portman.json')
  const described = join(folder, 'portman-document.json')
  const collection = join(folder, 'collection.json')
  const report = join(folder, 'newman.json')
  writeFileSync(settings, JSON.stringify(configuration))
  writeFileSync(described, JSON.stringify(withOwnSecurity(JSON.parse(readFileSync(document, 'utf8')))))
  const portmanArgs = ['--local', described, '--portmanConfigFile', settings, '--output', collection]
  const newmanArgs = ['run', collection, '--env-var', `bearerToken=${token}`, '--reporters', 'json']
  return {
    name: 'Portman + newman',
    makes: 'a collection from the examples, with fuzzed creates, missing tokens and unknown gateways as configured',
    commands: (baseUrl) => [
      {
        command: [
          ...[process.execPath, join(modules, '@apideck/portman/bin/portman'), ...portmanArgs],
          ...['--baseUrl', baseUrl, '--extraUnknownFormats', 'password'],
        ],
        cwd: folder,
      },
      {
        command: [
          ...[process.execPath, join(modules, 'newman/bin/newman.js'), ...newmanArgs],
          ...['--env-var', `baseUrl=${baseUrl}`, '--reporter-json-export', report],
        ],
        cwd: folder,
      },
    ],
    reports: [collection, report],
    told: () => toldBy(report),
  }
}

/** The document with its security said at each operation: Portman takes it from a request only where it stands there. */
function withOwnSecurity(document: JsonObject): unknown {
  const { security } = document
  return withObjects(document, (object, isMap) =>
    !isMap && 'operationId' in object ? { security, ...object } : object,
  )
}

function toldBy(file: string): Told {
  const { run }: Collected = JSON.parse(readFileSync(file, 'utf8'))
  const failures = run.executions.flatMap(({ item, assertions = [] }) =>
    assertions.filter(({ error }) => error).map(({ assertion }) => `${item.name}: ${assertion}`),
  )
  return { cases: run.executions.length, failures }
}

const enabled = { enabled: true }
const one = `${gateways}/{id}`
const unknownId = '00000000-0000-4000-8000-000000000000'

/** Its contract tests, in an order in which nothing is read after it is gone, its fuzzing of creates, and its variations. */
const configuration = {
  version: 1,
  globals: {
    orderOfOperations: [
      ...[`GET::${gateways}`, `POST::${gateways}`, `GET::${gateways}/parameters`],
      ...[`GET::${one}`, `PATCH::${one}`, `DELETE::${one}`],
    ],
  },
  tests: {
    contractTests: [
      {
        openApiOperation: '*::/*',
        statusSuccess: enabled,
        contentType: enabled,
        jsonBody: enabled,
        schemaValidation: enabled,
        headersPresent: enabled,
      },
    ],
    variationTests: [
      variation(`POST::${gateways}`, '400', {
        fuzzing: [{ requestBody: [{ requiredFields: enabled, minLengthFields: enabled, maxLengthFields: enabled }] }],
      }),
      variation('*::/*', '401', { overwrites: [{ overwriteRequestSecurity: { remove: true } }] }),
      ...['GET', 'DELETE'].map((method) =>
        variation(`${method}::${one}`, '404', {
          overwrites: [{ overwriteRequestPathVariables: [{ key: 'id', value: unknownId, overwrite: true }] }],
        }),
      ),
    ],
  },
}

/** Requests that are changed, and the error that they are to be answered with. */
function variation(openApiOperation: string, openApiResponse: string, change: object) {
  const contractTests = [
    { statusCode: { enabled: true, code: Number(openApiResponse) } },
    { schemaValidation: enabled },
  ]
  const variations = [{ name: `answered with ${openApiResponse}`, ...change, tests: { contractTests } }]
  return { openApiOperation, openApiResponse, variations }
}
