import { hash, timingSafeEqual } from 'node:crypto'

/** Tells whether an `Authorization` header carries the token, or any when none is asked for. */
export function bearerCheck(token?: string): (authorization: string | undefined) => boolean {
  const expected = token === undefined ? undefined : digest(token)
  return (authorization = '') => {
    const [, presented] = /^bearer +(\S+)$/i.exec(authorization) ?? []
    if (presented === undefined) return false
    // Digests are equally long and compared in constant time: the time tells nothing of the token.
    return expected === undefined || timingSafeEqual(digest(presented), expected)
  }
}

function digest(text: string): Buffer {
  return hash('sha256', text, 'buffer')
}
