import { didYouMean } from '../types/wire/nearest.ts'

/** What other clients call an option, as {@link plainName} spells it. */
const synonyms: ReadonlyMap<string, string> = new Map([
  ['batchsize', 'pageSize'],
  ['count', 'limit'],
  ['cursor', 'after'],
  ['first', 'limit'],
  ['maxresults', 'limit'],
  ['metrics', 'keys'],
  ['orderby', 'order'],
  ['perpage', 'pageSize'],
  ['root', 'folder'],
  ['sort', 'order'],
  ['sortby', 'order'],
  ['timeout', 'timeoutMs'],
  ['token', 'apiKey'],
  ['typename', 'type'],
  ['where', 'filters'],
])

/** `per_page`, `perPage` and `PerPage` are spellings of one name. */
const plainName = (name: string): string => name.toLowerCase().replace(/[^a-z\d]/g, '')

/** Says which option was meant: knows the names of other clients, such as `per_page`, and what is nearly the same. */
export const optionHint = (name: string, names: ReadonlyArray<string>): string | undefined => {
  const wanted = plainName(name)
  const known = names.find((one) => plainName(one) === wanted || one === synonyms.get(wanted))
  return known === undefined ? didYouMean(name, names) : `Did you mean ${known}?`
}
