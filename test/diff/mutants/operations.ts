import { and, type Edit, having, lacking, type Mutant, other, paths } from '../mutant.ts'

const list = `${paths}/get`
const create = `${paths}/post`
const item = `${paths}~1{id}`
const answer = `${list}/responses/200`
const limit = { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1 } }
const noBody = { description: 'Nothing to read.' }

/** An answer with a header that is promised, or not. */
function withHeader(required: boolean): Edit {
  return { at: answer, to: having({ headers: { ETag: { required, schema: { type: 'string' }, description: 'x' } } }) }
}

/** What may be called, with what, and what is answered, beside the bodies themselves. */
export const operations: readonly Mutant[] = [
  ...of('breaking', {
    'an-operation-is-gone': { at: item, to: lacking('delete') },
    'a-path-is-gone': { at: '#/paths', to: lacking('/v1alpha1/inference/gateways/parameters') },
    'a-path-is-another': { at: '#/paths', to: renamedPath },
    'a-parameter-is-required-now': { at: `${list}/parameters/0`, to: having({ required: true }) },
    'a-parameter-is-gone': { at: list, to: lacking('parameters') },
    'a-new-parameter-is-required': { at: `${list}/parameters`, to: and({ ...limit, required: true }) },
    'a-parameter-is-in-a-header-now': { at: `${list}/parameters/0/in`, to: other('header') },
    'a-moment-in-a-query-is-a-day': { at: `${list}/parameters/0/schema/format`, to: other('date') },
    'an-id-in-a-path-is-a-number': { at: '#/components/parameters/GatewayId/schema', to: other({ type: 'integer' }) },
    'a-body-is-of-another-media-type': { at: `${create}/requestBody/content`, to: renamedMediaType },
    'an-answer-is-of-another-media-type': { at: `${answer}/content`, to: renamedMediaType },
    'an-answer-has-no-body': { at: `${answer}`, to: other(noBody) },
    'a-status-is-no-longer-described': { at: `${create}/responses`, to: lacking('409') },
    'a-read-takes-a-required-header': {
      at: `${item}/get`,
      to: having({ parameters: [{ name: 'If-Match', in: 'header', required: true, schema: { type: 'string' } }] }),
    },
  }),
  {
    id: 'a-promised-header-may-be-left-out',
    ...{ side: 'operation', wire: 'breaking', before: withHeader(true), edit: withHeader(false) },
  },
  {
    id: 'a-promised-header-is-gone',
    ...{ side: 'operation', wire: 'breaking', before: withHeader(true) },
    edit: { at: answer, to: lacking('headers') },
  },
  {
    id: 'a-header-that-may-come-is-gone',
    ...{ side: 'operation', wire: 'breaking', before: withHeader(false) },
    edit: { at: answer, to: lacking('headers') },
  },
  {
    id: 'a-body-is-required-now',
    ...{ side: 'operation', wire: 'breaking' },
    before: { at: `${item}/patch/requestBody`, to: lacking('required') },
    edit: { at: `${item}/patch/requestBody`, to: having({ required: true }) },
  },
  ...of('safe', {
    'an-operation-is-new': {
      at: item,
      to: having({ put: { operationId: 'replaceGateway', responses: { 200: noBody } } }),
    },
    'a-parameter-is-new': { at: `${list}/parameters`, to: and(limit) },
    'a-status-is-new': {
      at: `${create}/responses`,
      to: having({ 503: { $ref: '#/components/responses/OtherError' } }),
    },
    'a-header-is-new': withHeader(true),
    'a-body-may-be-left-out': { at: `${create}/requestBody`, to: lacking('required') },
    'an-operation-is-deprecated': { at: create, to: having({ deprecated: true }) },
    'a-moment-in-a-query-is-any-text': { at: `${list}/parameters/0/schema`, to: lacking('format') },
  }),
]

function of(wire: Mutant['wire'], edits: Readonly<Record<string, Edit>>): Mutant[] {
  return Object.entries(edits).map(([id, edit]) => ({ id, side: 'operation', wire, edit }))
}

function renamedPath(was: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(
    Object.entries(was).map(([path, value]) => [path.replace('/parameters', '/options'), value]),
  )
}

function renamedMediaType(was: Readonly<Record<string, unknown>>) {
  return { 'application/xml': was['application/json'] }
}
