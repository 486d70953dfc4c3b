import { expect, test } from 'vitest'
import { makeHistory } from 'wandb-run-ops/testing'

test('columns get steps from 0, or the steps they name', () => {
  expect(Array.from(makeHistory({ loss: [0.9, 0.4] }).steps)).toEqual([0, 1])
  const history = makeHistory({ _step: [10, 20], loss: [0.9, null], accuracy: [undefined, 1] })
  expect(Array.from(history.steps)).toEqual([10, 20])
  expect(history.keys).toEqual(['loss', 'accuracy'])
  expect(history.columns['loss']).toMatchObject({ present: Uint8Array.of(1, 0) })
})

test('rows are read as historyFromRows reads them', () => {
  const history = makeHistory([{ loss: 0.9 }, { _step: 5, loss: NaN, image: { _type: 'image-file' } }])
  expect(Array.from(history.steps)).toEqual([0, 5])
  expect(history.columns['image']?.values[1]).toEqual({ _type: 'image-file' })
})

test('keys such as __proto__ are metrics', () => {
  const history = makeHistory(JSON.parse('{"__proto__": [1, 2]}'))
  expect(history.keys).toEqual(['__proto__'])
})

test('nothing makes an empty history', () => {
  expect(makeHistory()).toMatchObject({ length: 0, keys: [] })
})

test.each([
  [() => makeHistory({ loss: 1 as never }), 'The column loss of makeHistory must be a list of values.'],
  [() => makeHistory('loss' as never), 'makeHistory takes columns, such as { loss: [0.9, 0.4] }, or a list of rows.'],
  [() => makeHistory([{ _step: 'a' }]), 'Row 0 of makeHistory must be an object with a numeric _step.'],
])('what is neither is an error', (make, message) => {
  expect(make).toThrow(message)
})
