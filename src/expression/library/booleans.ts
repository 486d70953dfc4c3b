import type { Cell, Evaluation, LibraryOperation } from '../values/LibraryOperation.ts'

const aggregate = (name: 'all' | 'any', wanted: boolean, description: string, none: string): LibraryOperation => ({
  name: `booleans-${name}`,
  chain: name,
  kind: 'list',
  ofScalars: true,
  parameters: [],
  returns: { type: 'boolean', description: `Whether it is; ${none} if the list has no booleans.` },
  description: `${description} \`null\` and values that are not booleans are skipped.`,
  visibility: 'hidden',
  call: (items: ReadonlyArray<Cell>, _args: readonly [], evaluation: Evaluation) =>
    items.some((item) => evaluation.valueOf(item) === wanted) === wanted,
})

/** Aggregates of lists of booleans. */
export const booleansOperations: ReadonlyArray<LibraryOperation> = [
  aggregate('all', false, 'Returns whether no boolean in the list is `false`.', '`true`'),
  aggregate('any', true, 'Returns whether a boolean in the list is `true`.', '`false`'),
]
