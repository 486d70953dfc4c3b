import manifest from '../package.json' with { type: 'json' }
import { nearestHint } from '../src/expression/internal/nearest.ts'
import { commandHelp, programHelp } from './arguments/help.ts'
import { readArguments } from './arguments/readArguments.ts'
import { commands } from './commands/index.ts'
import { exit } from './exit.ts'
import type { Streams } from './output/Streams.ts'
import { write } from './output/write.ts'
import { misuse, Stop } from './Stop.ts'

const answer = async (args: ReadonlyArray<string>, streams: Streams): Promise<number> => {
  const [name, ...rest] = args
  if (name === undefined) {
    streams.stderr.write(programHelp(commands))
    return exit.usage
  }
  const found = commands.find((command) => command.name === name)
  if (found === undefined) {
    if (name === '--version') await write(streams.stdout, `${manifest.version}\n`)
    else if (name === '--help' || name === '-h' || name === 'help') {
      const asked = commands.find((command) => command.name === rest[0])
      await write(streams.stdout, asked === undefined ? programHelp(commands) : commandHelp(asked))
    } else {
      const names = commands.map((command) => command.name)
      throw misuse(`There is no command "${name}". ${nearestHint(name, names) ?? `There are ${names.join(', ')}.`}`)
    }
    return exit.ok
  }
  // Who asks for help gets it, whatever else is wrong.
  const end = rest.indexOf('--')
  if (rest.slice(0, end === -1 ? rest.length : end).some((argument) => argument === '--help' || argument === '-h')) {
    await write(streams.stdout, commandHelp(found))
    return exit.ok
  }
  return found.run(readArguments(rest, found.options), streams)
}

/** Does what the arguments say, and gives the exit code. */
export const program = async (args: ReadonlyArray<string>, streams: Streams): Promise<number> => {
  try {
    return await answer(args, streams)
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    streams.stderr.write(`${error.message}\n`)
    return error.code
  }
}
