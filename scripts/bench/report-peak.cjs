// Loaded into every timed process: each tells its own peak memory at its end, because the engine reports that of no child.
process.on('exit', () => process.stderr.write(`\npeak ${process.resourceUsage().maxRSS}\n`))
