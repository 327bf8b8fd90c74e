/** Whether a media type carries JSON: `application/json` or a `+json` suffix (RFC 6839), parameters ignored. */
export function isJson(mediaType: string): boolean {
  return /^(?:application|text)\/json$|\+json$/i.test(essence(mediaType))
}

export function isText(mediaType: string): boolean {
  return /^text\//i.test(essence(mediaType))
}

/** The media type without its parameters. */
function essence(mediaType: string): string {
  return (mediaType.split(';')[0] ?? '').trim()
}
