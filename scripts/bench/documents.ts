import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unpacked } from './peers.ts'

/** GitHub's REST document, over 1,000 operations. */
const github = {
  name: '@octokit/openapi',
  version: '23.0.2',
  integrity: 'sha512-pV8M7L9GY23AybNvTmo2nyjmpmnt6+2sRE/tqr0ZLQcPS4lnw7u5eZGNmwRNkBC3D7gZXbFx5AHzLUVRBXGDhg==',
}

/** What a row says without it. */
export const withoutGithub = 'skipped: GitHub’s document could not be fetched from the registry'

/** The path of GitHub's document, fetched into the folder on first use; undefined where the registry is out of reach. */
export function githubDocument(cache: string): string | undefined {
  const folder = unpacked(github, cache)
  return folder && join(folder, 'generated/api.github.com.json')
}

/** A document of so many operations, each with a body and a response of its own that refer to shared schemas. */
export function syntheticDocument(folder: string, operations: number): string {
  const numbers = Array.from({ length: operations }, (_, index) => index)
  const json = (schema: object) => ({ content: { 'application/json': { schema } } })
  const document = {
    openapi: '3.1.0',
    info: { title: `${operations} operations`, version: '1.0.0' },
    paths: Object.fromEntries(
      numbers.map((number) => [
        `/things${number}/{id}`,
        {
          put: {
            operationId: `putThing${number}`,
            parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }],
            requestBody: json({ $ref: `#/components/schemas/Thing${number}` }),
            responses: {
              200: { description: 'The thing', ...json({ $ref: `#/components/schemas/Thing${number}` }) },
              default: { description: 'Failure', ...json({ $ref: '#/components/schemas/Failure' }) },
            },
          },
        },
      ]),
    ),
    components: {
      schemas: {
        Failure: { type: 'object', properties: { code: { type: 'integer' }, message: { type: 'string' } } },
        ...Object.fromEntries(numbers.map((number) => [`Thing${number}`, thing])),
      },
    },
  }
  const file = join(folder, `synthetic-${operations}.json`)
  writeFileSync(file, JSON.stringify(document))
  return file
}

const thing = {
  type: 'object',
  required: ['name', 'kind'],
  properties: {
    name: { type: 'string', minLength: 1, maxLength: 64 },
    kind: { type: 'string', enum: ['small', 'large'] },
    createdAt: { type: 'string', format: 'date-time' },
    labels: { type: 'array', maxItems: 10, items: { type: 'string' } },
    size: { oneOf: [{ type: 'integer', minimum: 0 }, { type: 'null' }] },
    failure: { $ref: '#/components/schemas/Failure' },
  },
}
