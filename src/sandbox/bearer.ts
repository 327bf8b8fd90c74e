/** Tells whether an `Authorization` header carries the token, or any when none is asked for. */
export function bearerCheck(token?: string): (authorization: string | undefined) => boolean {
  const isExpected = token === undefined ? () => true : equalTo(token)
  return (authorization = '') => {
    const [, presented] = /^bearer +(\S+)$/i.exec(authorization) ?? []
    return presented !== undefined && isExpected(presented)
  }
}

/** Digests are equally long and compared in constant time: the time tells nothing of the text. */
function equalTo(text: string): (other: string) => boolean {
  const { hash, timingSafeEqual } = process.getBuiltinModule('node:crypto')
  const digest = (one: string) => hash('sha256', one, 'buffer')
  const expected = digest(text)
  return (other) => timingSafeEqual(digest(other), expected)
}
