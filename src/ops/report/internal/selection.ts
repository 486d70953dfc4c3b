import type { Translated } from './filters.ts'
import { at, listAt } from './spec.ts'

/** Which runs have their eye open: all but those of the tree, or only those of the tree, as the root says. */
export const translateSelection = (selections: unknown): Translated => {
  if (selections === undefined || selections === null) return { filter: undefined, untranslated: [] }
  const tree = listAt(selections, 'tree')
  const isFlat = tree?.every((node) => typeof node === 'string') && (listAt(selections, 'bounds') ?? []).length === 0
  if (tree === undefined || !isFlat) return { filter: undefined, untranslated: ['the selection of single groups'] }
  const isAllBut = at(selections, 'root') === 1
  if (isAllBut && tree.length === 0) return { filter: undefined, untranslated: [] }
  return { filter: { name: { [isAllBut ? '$nin' : '$in']: tree } }, untranslated: [] }
}
