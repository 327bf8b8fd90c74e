import { join } from 'node:path'
import { readSite } from '../../src/docs/build-docs.ts'
import type { Site } from '../../src/docs/site.ts'
import { readDocument } from '../../src/document/read-document.ts'
import { root } from '../workspace.ts'

export const ourSpec = join(root, 'spec/openapi.yaml')

export function fixture(name: string): string {
  return join(root, 'test/fixtures/documents', name, 'openapi.yaml')
}

/** Our document with the places of everything in it. */
export const source = await readDocument(ourSpec)

/** Our site before it is written. */
export const ourSite: Site = await readSite({ spec: ourSpec, hasRedoc: false })
