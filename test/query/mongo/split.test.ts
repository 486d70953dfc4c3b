import { describe, expect, test } from 'vitest'
import {
  and,
  column,
  contains,
  eq,
  everything,
  exists,
  type Filter,
  gt,
  not,
  or,
  splitFilter,
} from 'wandb-run-ops/query'

const finished = eq(column.state, 'finished')
const good = gt(column.summary('accuracy'), 0.9)
const warm = contains(column.notes, 'warm')
const dotted = exists(column.config('a.b'))

describe('split', () => {
  test.each<[string, Filter, Filter, Filter]>([
    ['all of it', and(finished, good), and(finished, good), everything],
    ['nothing of it', warm, everything, warm],
    ['members one by one', and(finished, warm, good, dotted), and(finished, good), and(warm, dotted)],
    ['members of members', { _tag: 'And', filters: [{ _tag: 'And', filters: [warm, finished] }] }, finished, warm],
    ['an alternative as a whole', and(finished, or(good, warm)), finished, or(good, warm)],
    ['the opposite of each alternative', not(or(warm, good)), not(good), not(warm)],
    ['the opposite of several as a whole', not(and(warm, good)), everything, not(and(warm, good))],
    ['what is turned round twice', { _tag: 'Not', filter: not(and(warm, good)) }, good, warm],
  ])('asks the server %s', (_, filter, pushed, remaining) => {
    expect(splitFilter(filter)).toEqual({ pushed, remaining })
  })
})
