/** The identifier in the document's example of a path: tools that send examples find a gateway there. */
export const exampleId = '5f0c7f4e-8a51-4c1e-9f1d-3d1a0a3a7b10'

/** A gateway to delete, for tools that delete before they read. */
export const removedId = '5f0c7f4e-8a51-4c1e-9f1d-3d1a0a3a7b11'

/** What both are: the gateway of the examples, so that an answer is like the documented one. */
export const exampleGateway = {
  name: 'support-chat',
  zones: ['US-EAST-04A'],
  coreWeaveAuth: {},
  bodyBasedRouting: { apiType: 'API_TYPE_OPENAI' },
}
