import type { JsonObject } from '../../src/document/json.ts'
import type { Model } from '../../src/document/model.ts'
import { readModel } from '../../src/document/read-model.ts'

/** A document of one operation, `POST /things`. */
export function oneOperation(operation: JsonObject, components: JsonObject = {}, path = '/things'): Model {
  return readModel({
    openapi: '3.1.0',
    info: { title: 'One operation', version: '1.0.0' },
    components,
    paths: {
      [path]: { post: { operationId: 'postThing', responses: { 204: { description: 'Done' } }, ...operation } },
    },
  })
}
