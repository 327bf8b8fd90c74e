import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { join } from 'node:path'

// Run as `node backend.js MODULES DOCUMENT`: a mock made with openapi-backend, which validates requests; writes its address.

const [modules = '', definition] = process.argv.slice(2)
const { OpenAPIBackend } = createRequire(join(modules, 'index.js'))('openapi-backend')
const { default: addFormats } = await import('ajv-formats')
const backend = new OpenAPIBackend({
  definition,
  quick: true,
  ajvOpts: { strict: false },
  customizeAjv: (ajv) => addFormats.default(ajv),
  handlers: {
    validationFail: ({ validation }) => ({ status: 400, body: { errors: validation.errors } }),
    notFound: () => ({ status: 404, body: {} }),
    notImplemented: ({ operation }) => {
      const { status, mock } = backend.mockResponseForOperation(operation.operationId)
      return { status, body: mock }
    },
  },
})
await backend.init()

const server = createServer(async (request, response) => {
  const { method, url: path, headers } = request
  const { status, body } = await backend.handleRequest({ method, path, headers, body: await textOf(request) })
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}\n`)
})

async function textOf(request) {
  let text = ''
  for await (const chunk of request) text += chunk
  return text === '' ? undefined : text
}
