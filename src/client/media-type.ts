/** Whether a media type carries JSON: `application/json` or a `+json` suffix (RFC 6839), parameters ignored. */
export function isJson(mediaType: string): boolean {
  return /^(\s*(application|text)\/json|[^;]*\+json)\s*(;|$)/i.test(mediaType)
}

/** Whether a media type or a range of them (RFC 9110, section 12.5.1) admits JSON. */
export function admitsJson(mediaType: string): boolean {
  return isJson(mediaType) || /^(?:\*|application)\/\*$/i.test(essence(mediaType))
}

/** Whether a media type or a range of them is or admits text. */
export function admitsText(mediaType: string): boolean {
  return isText(mediaType) || essence(mediaType) === '*/*'
}

export function isText(mediaType: string): boolean {
  return /^text\//i.test(essence(mediaType))
}

/** Whether a media type is that of a form. */
export function isForm(mediaType: string): boolean {
  return /^multipart\/|^application\/x-www-form-urlencoded$/i.test(essence(mediaType))
}

/** The media type without its parameters. */
function essence(mediaType: string): string {
  return (mediaType.split(';')[0] ?? '').trim()
}
