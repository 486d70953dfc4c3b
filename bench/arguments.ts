import { parseArgs } from 'node:util'

/** The parsed command line. */
export interface Arguments {
  readonly help: boolean
  readonly json: boolean
  readonly pictures: boolean
  readonly whole: boolean
  readonly pairs: number
  /** The cases to run; empty for all. */
  readonly only: ReadonlyArray<string>
}

export type ParsedArguments = { readonly arguments: Arguments } | { readonly error: string }

const MIN_PAIRS = 5

/** Parses the command line; `names` are the names of all cases. */
export const parseArguments = (argv: ReadonlyArray<string>, names: ReadonlyArray<string>): ParsedArguments => {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        help: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        pictures: { type: 'boolean', default: false },
        whole: { type: 'boolean', default: false },
        pairs: { type: 'string', default: String(MIN_PAIRS) },
        only: { type: 'string', multiple: true, default: [] },
      },
    })
    const only = values.only.flatMap((list) => list.split(',')).filter((name) => name !== '')
    const unknown = only.filter((name) => !names.includes(name))
    if (unknown.length > 0) return { error: `Unknown case ${unknown.join(', ')}: expected ${names.join(', ')}.` }
    const pairs = Number(values.pairs)
    if (!Number.isInteger(pairs) || pairs < MIN_PAIRS)
      return { error: `--pairs must be an integer >= ${MIN_PAIRS}, got ${values.pairs}.` }
    const { help, json, pictures, whole } = values
    return { arguments: { help, json, pictures, whole, pairs, only } }
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  }
}

export const usage = (names: ReadonlyArray<string>): string => `Usage: npm run bench -- [options]

  --json          print an array of rows instead of a table
  --only a,b      run only these cases: ${names.join(', ')}
  --pairs n       the number of rounds per case, at least and by default ${MIN_PAIRS}
  --whole         let the official client always do the whole work
  --pictures      write the growth charts to docs/images
  --help          print this help
`
