import { parseArgs } from 'node:util'

/** What a bench is told on its command line. */
export interface Asked {
  readonly help: boolean
  readonly json: boolean
  readonly pictures: boolean
  readonly whole: boolean
  readonly pairs: number
  /** The cases to run; all where it is empty. */
  readonly only: ReadonlyArray<string>
}

/** What was asked, or why it cannot be done. */
export type ReadArguments = { readonly asked: Asked } | { readonly error: string }

const FEWEST = 5

/** Reads the command line; `names` are the cases that there are. */
export const readArguments = (given: ReadonlyArray<string>, names: ReadonlyArray<string>): ReadArguments => {
  try {
    const { values } = parseArgs({
      args: [...given],
      options: {
        help: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        pictures: { type: 'boolean', default: false },
        whole: { type: 'boolean', default: false },
        pairs: { type: 'string', default: String(FEWEST) },
        only: { type: 'string', multiple: true, default: [] },
      },
    })
    const only = values.only.flatMap((list) => list.split(',')).filter((name) => name !== '')
    const unknown = only.filter((name) => !names.includes(name))
    if (unknown.length > 0) return { error: `no case ${unknown.join(', ')}; there are ${names.join(', ')}` }
    const pairs = Number(values.pairs)
    if (!Number.isInteger(pairs) || pairs < FEWEST)
      return { error: `--pairs must be a whole number from ${FEWEST}: fewer rounds tell nothing` }
    const { help, json, pictures, whole } = values
    return { asked: { help, json, pictures, whole, pairs, only } }
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  }
}

export const usage = (names: ReadonlyArray<string>): string => `Usage: npm run bench -- [options]

  --json          print an array of rows instead of a table
  --only a,b      run these cases only: ${names.join(', ')}
  --pairs n       count n rounds of each case; ${FEWEST} by default, which is the fewest
  --whole         let the official client do all of the work where it does a part
  --pictures      write the pictures of growth to docs/images
  --help          print this
`
