/** Loaded before a program that a bench starts with a channel to it: the program ends when the bench is gone, so that one broken off leaves none behind. */
process.on('disconnect', () => process.exit())
