import type { Ajv2020 } from 'ajv/dist/2020.js'
import type { Model } from '../document/model.ts'
import { usedFormats } from '../document/used-keywords.ts'

/** Formats whose check is a function of `validator-runtime.js`; numbers have their own list. */
export const stringFormats: { readonly [format: string]: string } = {
  byte: 'isByte',
  date: 'isDate',
  'date-time': 'isDateTime',
  'iso-date-time': 'isIsoDateTime',
  'iso-time': 'isIsoTime',
  regex: 'isRegex',
  time: 'isTime',
  uri: 'isUri',
  'uri-reference': 'isUriReference',
}

export const numberFormats: { readonly [format: string]: string } = { int32: 'isInt32', int64: 'isInteger' }

/**
 * Tells ajv about every format that the document uses. The checks that are regular expressions come from
 * ajv-formats as they are; a format that nobody knows is an annotation and accepts everything.
 */
export async function registerFormats(ajv: Ajv2020, model: Model): Promise<void> {
  const { fullFormats } = await import('ajv-formats/dist/formats.js')
  const known: { readonly [format: string]: unknown } = fullFormats
  for (const format of usedFormats(model)) {
    const library = Object.hasOwn(known, format) ? known[format] : true
    if (Object.hasOwn(stringFormats, format)) ajv.addFormat(format, { type: 'string', validate: () => true })
    else if (Object.hasOwn(numberFormats, format)) ajv.addFormat(format, { type: 'number', validate: () => true })
    else ajv.addFormat(format, library instanceof RegExp ? library : true)
  }
}
