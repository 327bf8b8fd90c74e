import { evalIsRefused } from './eval-is-refused.js'
import { program } from './program.js'

// For engines that run a file: the service's URL, then `strict` where the engine has to refuse code from strings.
const [baseUrl, mode] = process.argv.slice(2)
const checks = await program(baseUrl)
console.log(JSON.stringify(mode === 'strict' ? [...checks, evalIsRefused()] : checks))
