import manifest from '../package.json' with { type: 'json' }
import { escapeLines } from '../src/types/wire/escapeControl.ts'
import { didYouMean } from '../src/types/wire/nearest.ts'
import { commandHelp, programHelp } from './arguments/help.ts'
import { readArguments } from './arguments/readArguments.ts'
import { commands } from './commands/index.ts'
import { ExitError, usageError } from './output/ExitError.ts'
import { exitCode } from './output/exitCode.ts'
import { redactStreams } from './output/redactedStreams.ts'
import type { Streams } from './output/Streams.ts'
import { write } from './output/write.ts'

const run = async (argv: ReadonlyArray<string>, streams: Streams): Promise<number> => {
  const [name, ...rest] = argv
  if (name === undefined) {
    streams.stderr.write(programHelp(commands))
    return exitCode.usage
  }
  const found = commands.find((command) => command.name === name)
  if (found === undefined) {
    if (name === '--version') await write(streams.stdout, `${manifest.version}\n`)
    else if (name === '--help' || name === '-h' || name === 'help') {
      const asked = commands.find((command) => command.name === rest[0])
      await write(streams.stdout, asked === undefined ? programHelp(commands) : commandHelp(asked))
    } else {
      const names = commands.map((command) => command.name)
      throw usageError(`Unknown command "${name}". ${didYouMean(name, names) ?? `Commands: ${names.join(', ')}.`}`)
    }
    return exitCode.ok
  }
  // Help is shown even if other arguments are invalid.
  const end = rest.indexOf('--')
  if (rest.slice(0, end === -1 ? rest.length : end).some((argument) => argument === '--help' || argument === '-h')) {
    await write(streams.stdout, commandHelp(found))
    return exitCode.ok
  }
  return found.run(readArguments(rest, found.options), streams)
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
