import { didYouMean } from '../types/wire/nearest.ts'
import { getOwn } from '../types/wire/own.ts'
import { type OptionHint, plainName } from './optionChecks.ts'

/** What other clients call an option, without capitals and underscores. */
const synonyms: Readonly<Record<string, string>> = {
  batchsize: 'pageSize',
  count: 'limit',
  cursor: 'after',
  first: 'limit',
  maxresults: 'limit',
  metrics: 'keys',
  orderby: 'order',
  perpage: 'pageSize',
  root: 'folder',
  sort: 'order',
  sortby: 'order',
  timeout: 'timeoutMs',
  token: 'apiKey',
  typename: 'type',
  where: 'filters',
}

/** Knows the names of other clients, such as `per_page` of the Python client, and what is nearly the same. */
export const optionHint: OptionHint = (name, names) => {
  const wanted = plainName(name)
  const known = names.find((one) => plainName(one) === wanted || one === getOwn(synonyms, wanted))
  if (known !== undefined) return `Did you mean ${known}?`
  return didYouMean(name, names) ?? `Expected one of ${[...names].sort().join(', ')}.`
}
