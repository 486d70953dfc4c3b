import manifest from '../package.json' with { type: 'json' }
import { escapeLines } from '../src/types/wire/escapeControl.ts'
import { readArguments } from './arguments/readArguments.ts'
import { commands } from './commands/index.ts'
import { ExitError } from './output/ExitError.ts'
import { exitCode } from './output/exitCode.ts'
import { redactStreams } from './output/redactedStreams.ts'
import type { Streams } from './output/Streams.ts'
import { terminalWidth } from './output/terminalWidth.ts'
import { write } from './output/write.ts'

/** The width of the help without a terminal. */
const HELP_WIDTH = 100

const run = async (argv: ReadonlyArray<string>, streams: Streams): Promise<number> => {
  const request = readArguments(argv, commands, manifest.version, terminalWidth(streams) ?? HELP_WIDTH)
  if (request._tag === 'Run') return request.command.run(request.args, streams)
  await write(request.isUsageError ? streams.stderr : streams.stdout, request.text)
  return request.isUsageError ? exitCode.usage : exitCode.ok
}

/** Runs the command that the arguments name and returns the exit code. */
export const program = async (argv: ReadonlyArray<string>, given: Streams): Promise<number> => {
  const { streams, redactError } = redactStreams(given)
  try {
    return await run(argv, streams)
  } catch (error) {
    if (!(error instanceof ExitError)) throw redactError(error)
    streams.stderr.write(`${escapeLines(error.message)}\n`)
    return error.code
  }
}
