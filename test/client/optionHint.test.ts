import { expect, test } from 'vitest'
import { optionHint } from '../../src/client/optionHint.ts'

const names = ['filters', 'pageSize', 'xAxis', 'limit', 'order', 'signal']

test.each([
  ['filter', 'Did you mean filters?'],
  ['Filters', 'Did you mean filters?'],
  ['where', 'Did you mean filters?'],
  ['per_page', 'Did you mean pageSize?'],
  ['perPage', 'Did you mean pageSize?'],
  ['page_size', 'Did you mean pageSize?'],
  ['x_axis', 'Did you mean xAxis?'],
  ['x-axis', 'Did you mean xAxis?'],
  ['sort_by', 'Did you mean order?'],
  ['maxResults', 'Did you mean limit?'],
  ['singal', 'Did you mean signal?'],
])('says what %s means', (name, hint) => {
  expect(optionHint(name, names)).toBe(hint)
})

test.each(['constructor', '__proto__', 'toString', '', 'api_key', 'nothing alike', 'x'.repeat(10_000)])(
  'knows nothing where nothing is alike: %s',
  (name) => {
    expect(optionHint(name, names)).toBeUndefined()
  },
)

test('suggests only what exists', () => {
  expect(optionHint('per_page', ['run', 'signal'])).toBeUndefined()
})
