/** What looks at what comes back, loaded for `validate: 'all'` alone; whole by itself as `request-validators.ts` is. */
export { responseValidators } from '../../generated/validators.js'
