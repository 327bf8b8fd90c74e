/**
 * How long a service asks to wait, in milliseconds: `Retry-After` (RFC 9110, section 10.2.3) in seconds or as a date,
 * which is taken relative to the service's own `Date`. Undefined without the header, or where it says neither.
 *
 * @param wallTime the time of day here, for answers without `Date`, in milliseconds since 1970
 */
export function retryAfterMs(headers: Headers, wallTime: number): number | undefined {
  const text = headers.get('retry-after') ?? ''
  if (/^\d+$/.test(text)) return Number(text) * 1000
  const now = httpDate(headers.get('date') ?? '', wallTime) || wallTime
  const then = httpDate(text, now)
  return Number.isNaN(then) ? undefined : Math.max(0, then - now)
}

/** The first two forms of RFC 9110, section 5.6.7. */
const form = /^\w+, ([ \d]\d)[ -](\w{3})[ -](\d\d(?:\d\d)?) (\d\d:\d\d:\d\d) GMT$/

/** The third, of C's asctime. */
const asctime = /^(\w{3}) (\w{3}) ([ \d]\d) (\S+) (\d{4})$/

/** An HTTP date in milliseconds since 1970; NaN for any other text. */
function httpDate(text: string, now: number): number {
  const [, day, month, year = '', time] = form.exec(text.replace(asctime, '$1, $3 $2 $5 $4 GMT')) ?? []
  const thisYear = new Date(now).getUTCFullYear()
  // Two digits that would lie more than 50 years ahead are of the century before.
  const inCentury = thisYear - (thisYear % 100) + Number(year)
  const fullYear = year.length > 2 ? year : inCentury > thisYear + 50 ? inCentury - 100 : inCentury
  // All engines read the form that toUTCString writes.
  return Date.parse(`Thu, ${day?.replace(' ', '0')} ${month} ${fullYear} ${time} GMT`)
}
