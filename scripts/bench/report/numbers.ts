import { median } from '../statistics.ts'
import { type Cell, isMeasured, isReached, type Target, type Unit } from '../table.ts'

/** `0.61 s`, `168 MiB`, `6,736/s`. */
export function quantity(value: number, unit: Unit): string {
  const shown = digits(value, unit)
  return unit === '' || unit === '/s' ? `${shown}${unit}` : `${shown} ${unit}`
}

/** Three digits that say something; a count is whole. */
export function digits(value: number, unit: Unit): string {
  const size = Math.abs(value)
  const count = size >= 100 || (unit === '' && Number.isInteger(value)) ? 0 : size >= 10 ? 1 : 2
  return value.toLocaleString('en', { minimumFractionDigits: count, maximumFractionDigits: count })
}

/** The median and, of several, the range: `0.61 s (0.58–0.66)`. */
export function spread(cell: Cell, unit: Unit): string {
  if (typeof cell === 'string') return cell
  const [least, most] = [Math.min(...cell), Math.max(...cell)]
  if (cell.length < 2 || least === most) return quantity(median(cell), unit)
  const range = [least, most].map((value) => digits(value, unit))
  return `${quantity(median(cell), unit)} (${range.join('–')})`
}

/** `time: 1.05 ×, to be at most 1.10 ×: reached`. */
export function verdict(target: Target): string {
  const { what, limit, measured, better, unit } = target
  const bound = better === 'less' ? 'at most' : 'at least'
  const outcome = isReached(target) ? 'reached' : 'missed'
  const value = isMeasured(target) ? quantity(measured, unit) : 'not measured'
  return `${what}: ${value}, to be ${bound} ${quantity(limit, unit)}: ${outcome}`
}
