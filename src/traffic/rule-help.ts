/** What each finding means and what to do about it, by its id. */
const help: { readonly [id: string]: string } = {
  'authentication-not-enforced':
    'A request without credentials is refused with 401 or 403. Let the service ask for them.',
  'credentials-not-sent':
    'The client did not authenticate as the document asks. Send the credentials of one alternative.',
  'invalid-body': 'A JSON body of an answer keeps to the schema of its status. Mend the service, or the document.',
  'invalid-header':
    'Documented headers of an answer are there when required, and valid. Mend the service, or the document.',
  'invalid-request-accepted':
    'A request that breaks the document is refused with a 4xx. Let the service check it, or mend the document.',
  'invalid-request-sent': 'The client sent what the document does not permit. Mend the client, or the document.',
  'missing-allow-header': 'A 405 says which methods there are (RFC 9110, section 15.5.6).',
  'secret-returned':
    'No answer holds a secret that was sent before, or a member that only requests have. Take it out of the answer.',
  'server-error': 'A 5xx: the service failed. Look into its log at the time of the entry.',
  'stack-trace-returned': 'An answer tells how the service is built. Answer with an error for callers.',
  'undocumented-error': 'An error has at least one of the members that the document gives errors.',
  'undocumented-media-type': 'The media type of an answer is one that the document describes for its status.',
  'undocumented-operation': 'A path or a method that the document lacks was not refused. Document it, or take it away.',
  'undocumented-request-sent':
    'The client called a path or a method that the document lacks. Mend the client, or the document.',
  'undocumented-status': 'The document describes every status: itself, its range or default.',
  'unknown-enum-name': 'An answer has a name that x-extensible-enum does not list. Add it where it is meant to be.',
  'unknown-property': 'An answer has a member that the document does not describe. Add it where it is meant to be.',
  'unsound-json': 'A JSON body is one JSON value in UTF-8, and names each member once (RFC 8259).',
  'valid-request-refused': 'A success is one that the document describes; default is for errors.',
}

/** The help of a finding. */
export function ruleHelp(id: string): string {
  const own = Object.hasOwn(help, id) ? help[id] : undefined
  return own ?? 'Found by redocly drift: the traffic and the document differ. Mend whichever is wrong.'
}
