// Loaded before a command, so that its own file comes from the cache too: stripping the first types takes longer than all the rest.
require('node:module').enableCompileCache()
