// Loaded into every timed process: each tells its own peak memory at its end, because the engine reports that of no child.
// What `resourceUsage` says is at least the size of the process that started it; what Linux keeps in /proc is its own.
const { readFileSync } = require('node:fs')

process.on('exit', () => process.stderr.write(`\npeak ${own() ?? process.resourceUsage().maxRSS}\n`))

function own() {
  if (process.platform !== 'linux') return undefined
  return /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
}
