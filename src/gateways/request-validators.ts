/** What looks at what is sent. The build makes this a module that imports nothing: bundlers divide code by modules. */
export { requestValidators } from '../../generated/validators.js'
