#!/usr/bin/env node
import { exitCode } from './output/exitCode.ts'
import { program } from './program.ts'

// A reader that stops early, such as `head`, is not a failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') process.stderr.write(`Cannot write to stdout: ${error.message}\n`)
  process.exit(error.code === 'EPIPE' ? exitCode.ok : exitCode.failed)
})
process.stderr.on('error', () => {})
// Without a handler, a signal ends the program before it can remove its temporary files.
process.once('SIGHUP', () => process.exit(exitCode.hungUp))
process.once('SIGINT', () => process.exit(exitCode.interrupted))
process.once('SIGQUIT', () => process.exit(exitCode.quit))
process.once('SIGTERM', () => process.exit(exitCode.terminated))

try {
  process.exitCode = await program(process.argv.slice(2), process)
} catch (error) {
  process.stderr.write(`Internal error, please report it: ${error instanceof Error ? error.stack : error}\n`)
  process.exitCode = exitCode.failed
}
