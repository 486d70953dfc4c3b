import { escapeControl } from '../../src/types/wire/escapeControl.ts'
import { nearestNames } from '../../src/types/wire/nearest.ts'

/** The dict of a name and its key: `summary.` and `loss` of `summary.loss`. */
const parts = (name: string): readonly [dict: string, key: string] => {
  const [dict = ''] = /^(config|summary|systemMetrics)\./.exec(name) ?? []
  return [dict, name.slice(dict.length)]
}

/** The names that one may be a misspelling of: keys are compared without their dict, which would make short ones alike. */
const nearestOf = (name: string, known: ReadonlyArray<string>): ReadonlyArray<string> => {
  const [dict, key] = parts(name)
  // A key of the config is often looked for in the summary, and the other way round.
  const elsewhere = known.filter((one) => one !== name && parts(one)[1] === key)
  if (elsewhere.length > 0) return elsewhere
  const keys = known.map(parts).filter((one) => one[0] === dict)
  return nearestNames(
    key,
    keys.map((one) => one[1]),
  ).map((nearest) => `${dict}${nearest}`)
}

/** Says that a name was asked for in vain, and which ones there are that it may be a misspelling of. */
export const noRunHas = (name: string, known: ReadonlyArray<string>, subject = 'No run has'): string => {
  const nearest = nearestOf(name, known)
  return escapeControl(`${subject} ${name}.${nearest.length === 0 ? '' : ` Did you mean ${nearest.join(' or ')}?`}`)
}
