import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
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
  const [settings, collection, report] = ['portman.json', 'collection.json', 'newman.json'].map((name) =>
    join(folder, name),
  ) as [string, string, string]
  writeFileSync(settings, JSON.stringify(configuration))
  const portmanArgs = ['--local', document, '--portmanConfigFile', settings, '--output', collection]
  const newmanArgs = ['run', collection, '--env-var', `bearerToken=${token}`, '--reporters', 'json']
  return {
    name: 'Portman + newman',
    makes: 'a collection from the examples, with fuzzed creates as configured',
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
    told: () => toldBy(report),
  }
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

/** Its contract tests, in an order in which nothing is read after it is gone, and its fuzzing of creates. */
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
      {
        openApiOperation: `POST::${gateways}`,
        openApiResponse: '400',
        variations: [
          {
            name: 'fuzzed',
            fuzzing: [
              { requestBody: [{ requiredFields: enabled, minLengthFields: enabled, maxLengthFields: enabled }] },
            ],
            tests: { contractTests: [{ statusCode: { enabled: true, code: 400 } }, { schemaValidation: enabled }] },
          },
        ],
      },
    ],
  },
}
