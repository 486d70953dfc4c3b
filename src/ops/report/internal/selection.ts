import type { Translated } from './filters.ts'
import { at, listAt } from './spec.ts'

/** Filters by visibility: every run but those of the tree, or only those of the tree, depending on the root. */
export const translateSelection = (selections: unknown): Translated => {
  if (selections === undefined || selections === null) return { filter: undefined, untranslated: [] }
  const tree = listAt(selections, 'tree')
  const isFlat = tree?.every((node) => typeof node === 'string') && (listAt(selections, 'bounds') ?? []).length === 0
  if (tree === undefined || !isFlat) return { filter: undefined, untranslated: ['selection of single groups'] }
  const isAllBut = at(selections, 'root') === 1
  if (isAllBut && tree.length === 0) return { filter: undefined, untranslated: [] }
  return { filter: { name: { [isAllBut ? '$nin' : '$in']: tree } }, untranslated: [] }
}
