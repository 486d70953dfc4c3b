#!/usr/bin/env node
import { exit } from './exit.ts'
import { program } from './program.ts'

// Whoever reads has seen enough, as `head` does: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') process.stderr.write(`stdout cannot be written: ${error.message}\n`)
  process.exit(error.code === 'EPIPE' ? exit.ok : exit.failed)
})
process.stderr.on('error', () => {})
process.once('SIGINT', () => process.exit(exit.interrupted))
process.once('SIGTERM', () => process.exit(exit.terminated))

try {
  process.exitCode = await program(process.argv.slice(2), process)
} catch (error) {
  process.stderr.write(`This is a defect of wandb-run-ops: ${error instanceof Error ? error.stack : error}\n`)
  process.exitCode = exit.failed
}
