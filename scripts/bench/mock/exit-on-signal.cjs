// Loaded before a server that gets a compile cache: the engine writes it at an orderly exit, and a signal alone is none.
process.once('SIGTERM', () => process.exit())
