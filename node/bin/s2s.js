#!/usr/bin/env node
// The program `s2s`, which the native module brings along: it uses the standard streams and handles signals itself.

// Node's own handlers would remain in addition to those of the program, and raise the signal once more, for ever. Taking away the last listener leaves
// the system's default.
for (const signal of ['SIGINT', 'SIGTERM']) {
  const listener = () => {}
  process.on(signal, listener).off(signal, listener)
}

const { main } = require('../dist/native.js')

process.exit(main(['s2s', ...process.argv.slice(2)]))
