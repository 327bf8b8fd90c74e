import { evalIsRefused } from './eval-is-refused.js'
import { program } from './program.js'

// Timers and requests exist only while a worker answers.
export default {
  async fetch(request) {
    const checks = await program(new URL(request.url).searchParams.get('service'))
    return Response.json([...checks, evalIsRefused()])
  },
}
