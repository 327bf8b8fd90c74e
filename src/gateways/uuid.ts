/**
 * A random UUID (RFC 9562, version 4; of the variant, two bits are fixed that need not be). `crypto.randomUUID` would do,
 * but pages have it over https only.
 */
export function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})/, '$1-$2-4$3-8$4-')
}
