import { expect, test } from 'vitest'
import { library } from '../../../src/expression/library/library.ts'

test('has no duplicate operation for a kind of value and a name, except date aggregates and the two names of pick', () => {
  const seen = new Set<string>()
  const twice = library.flatMap(({ kind, chain }) => {
    const place = `${kind} ${chain}`
    const isKnown = seen.has(place)
    seen.add(place)
    return isKnown ? [place] : []
  })
  expect(twice.filter((place) => place !== 'list max' && place !== 'list min' && place !== 'dict pick')).toEqual([])
})

test('describes every operation, its result and its arguments', () => {
  for (const { name, description, returns, parameters } of library) {
    expect(description, name).not.toBe('')
    expect(returns.description, name).not.toBe('')
    for (const parameter of parameters) expect(parameter.description, `${name} ${parameter.name}`).not.toBe('')
  }
})
