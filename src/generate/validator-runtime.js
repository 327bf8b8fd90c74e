// What the validators call. Copied into validators.js without its exports, so that the file imports nothing.
// The formats give the verdicts of ajv-formats in its full mode; a test holds them to that.

/** One violated rule, as ajv reports it; the schema's path without the keyword at its end. */
export function validationError(instancePath, schemaPath, keyword, params, message) {
  return { instancePath, schemaPath: schemaPath + keyword, keyword, params, message }
}

/** False: a validator has refused a value, and its errors speak of places in that; they get the place of the value. */
export function failedAt(validate, path) {
  for (const error of validate.errors) error.instancePath = path + error.instancePath
  return false
}

/** JSON equality: the order of members does not matter. */
export function deepEqual(a, b) {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  return keys.every((key) => Object.hasOwn(b, key) && deepEqual(a[key], b[key]))
}

/** The length of a string in code points, as JSON Schema counts it. */
export function codePointLength(text) {
  let length = text.length
  for (let index = 0; index < text.length - 1; index++) {
    const pair = (text.charCodeAt(index) & 0xfc00) === 0xd800 && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00
    if (!pair) continue
    length--
    index++
  }
  return length
}

/** Whether a string has more than so many code points: it has no more of them than units, and those need no count. */
export function isLonger(text, length) {
  return text.length > length && codePointLength(text) > length
}

/** Whether a string has fewer than so many code points: a code point is two units at most. */
export function isShorter(text, length) {
  return text.length < length * 2 && codePointLength(text) < length
}

const datePattern = /^(\d{4})-(\d\d)-(\d\d)$/
const timePattern = /^(\d\d):(\d\d):(\d\d(?:\.\d+)?)(z|([+-])(\d\d)(?::?(\d\d))?)?$/i
const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** full-date of RFC 3339, section 5.6. */
export function isDate(text) {
  const parts = datePattern.exec(text)
  if (!parts) return false
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const lastDay = month === 2 && isLeapYear ? 29 : (daysInMonth[month - 1] ?? 0)
  return day >= 1 && day <= lastDay
}

function isClock(text, needsZone) {
  const parts = timePattern.exec(text)
  if (!parts) return false
  const [hour, minute, second] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  const [zoneHour, zoneMinute] = [Number(parts[6] ?? 0), Number(parts[7] ?? 0)]
  if (zoneHour > 23 || zoneMinute > 59 || (needsZone && !parts[4])) return false
  if (hour <= 23 && minute <= 59 && second < 60) return true
  return second < 61 && isLastMinuteOfDay(hour, minute, parts[5] === '-' ? -1 : 1, zoneHour, zoneMinute)
}

/** A leap second comes at the end of a day in UTC. */
function isLastMinuteOfDay(hour, minute, sign, zoneHour, zoneMinute) {
  const utcMinute = minute - zoneMinute * sign
  const utcHour = hour - zoneHour * sign - (utcMinute < 0 ? 1 : 0)
  return (utcHour === 23 || utcHour === -1) && (utcMinute === 59 || utcMinute === -1)
}

/**
 * A moment as most services write it, `2026-05-06T09:30:00.5Z`, in a tenth of what the rule takes. What is written otherwise
 * may be a moment too, as one on 29 February; the rule decides.
 */
const usualMoment =
  /^\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?Z$/

function isMoment(text, needsZone) {
  if (usualMoment.test(text)) return true
  // Most of what is no moment is not even like one.
  if (text.charCodeAt(4) !== 45) return false
  const parts = text.split(/t|\s/i)
  return parts.length === 2 && isDate(parts[0]) && isClock(parts[1], needsZone)
}

export function isTime(text) {
  return isClock(text, true)
}

export function isIsoTime(text) {
  return isClock(text, false)
}

export function isDateTime(text) {
  return isMoment(text, true)
}

export function isIsoDateTime(text) {
  return isMoment(text, false)
}

export function isByte(text) {
  return /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/m.test(text)
}

/** A pattern that is none with the `u` flag is read without it. */
export function compiledPattern(pattern, flags) {
  try {
    return new RegExp(pattern, flags)
  } catch {
    return new RegExp(pattern)
  }
}

export function isRegex(text) {
  if (/[^\\]\\Z/.test(text)) return false
  try {
    new RegExp(text)
    return true
  } catch {
    return false
  }
}

/** An IPv4 address, and an IPv6 address in all its abbreviations. */
function addressRules() {
  const hex4 = '[0-9a-f]{1,4}'
  const octet = '(?:25[0-5]|2[0-4]\\d|[01]?\\d\\d?)'
  const ipv4 = `(?:${octet}\\.){3}${octet}`
  const last32 = `(?:${hex4}:${hex4}|${ipv4})`
  const ipv6 = [
    `(?:${hex4}:){6}${last32}`,
    `::(?:${hex4}:){5}${last32}`,
    `(?:${hex4})?::(?:${hex4}:){4}${last32}`,
    `(?:(?:${hex4}:){0,1}${hex4})?::(?:${hex4}:){3}${last32}`,
    `(?:(?:${hex4}:){0,2}${hex4})?::(?:${hex4}:){2}${last32}`,
    `(?:(?:${hex4}:){0,3}${hex4})?::${hex4}:${last32}`,
    `(?:(?:${hex4}:){0,4}${hex4})?::${last32}`,
    `(?:(?:${hex4}:){0,5}${hex4})?::${hex4}`,
    `(?:(?:${hex4}:){0,6}${hex4})?::`,
  ].join('|')
  return [ipv4, ipv6]
}

/**
 * The rule of RFC 3986, appendix A.
 *
 * @param more marks that ajv-formats admits beyond it, outside what stands before a host
 * @param scheme, path `?` for what may be left out
 */
function uriRule(more, scheme, path) {
  const [ipv4, ipv6] = addressRules()
  const escaped = '%[0-9a-f]{2}'
  const strict = "a-z0-9\\-._~!$&'()*+,;="
  const plain = strict + more
  const character = `(?:[${plain}:@]|${escaped})`
  const host = `(?:\\[(?:${ipv6}|v[0-9a-f]+\\.[${strict}:]+)\\]|${ipv4}|(?:[${plain}]|${escaped})*)`
  const authority = `(?:(?:[${strict}:]|${escaped})*@)?${host}(?::\\d*)?`
  const segments = `${character}+(?:/${character}*)*`
  const hierarchy = `/?/${authority}(?:/${character}*)*|/(?:${segments})?|${segments}`
  const tail = `(?:[${plain}:@/?]|${escaped})*`
  const rule = `^(?:[a-z][a-z0-9+\\-.]*:)${scheme}(?:${hierarchy})${path}(?:\\?${tail})?(?:#${tail})?$`
  return new RegExp(rule, 'i')
}

const uriPattern = /* @__PURE__ */ uriRule('', '', '')
const uriReferencePattern = /* @__PURE__ */ uriRule('"', '?', '?')

/** An address without marks that want a closer look, such as `https://api.example.com/v1`. */
const usualUri = /^https:\/\/[\w.~/-]*$/

export function isUri(text) {
  return usualUri.test(text) || uriPattern.test(text)
}

export function isUriReference(text) {
  return usualUri.test(text) || uriReferencePattern.test(text)
}

export function isInt32(value) {
  return Number.isInteger(value) && value >= -(2 ** 31) && value <= 2 ** 31 - 1
}

export function isInteger(value) {
  return Number.isInteger(value)
}
