import { expect, test } from 'vitest'
import { library } from '../../../src/expression/library/library.ts'

test('has no operation twice for a kind of value and a name behind the dot, but for figures of moments and the two names of pick', () => {
  const seen = new Set<string>()
  const twice = library.flatMap(({ kind, chain }) => {
    const place = `${kind} ${chain}`
    const isKnown = seen.has(place)
    seen.add(place)
    return isKnown ? [place] : []
  })
  expect(twice.filter((place) => place !== 'list max' && place !== 'list min' && place !== 'dict pick')).toEqual([])
})

test('says of every operation what it is asked of, what it gives, and what its arguments mean', () => {
  for (const { name, description, returns, parameters } of library) {
    expect(description, name).not.toBe('')
    expect(returns.description, name).not.toBe('')
    for (const parameter of parameters) expect(parameter.description, `${name} ${parameter.name}`).not.toBe('')
  }
})
