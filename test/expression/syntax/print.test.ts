import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { describe, expect, it } from 'vitest'
import { parse } from '../../../src/expression/syntax/parse.ts'
import { print } from '../../../src/expression/syntax/print.ts'

describe('print', () => {
  it.each([
    ['(x + y) + z', 'x + y + z'],
    ['x + (y + z)', 'x + (y + z)'],
    ['x * (y / z)', 'x * (y / z)'],
    ['(x + y) * z', '(x + y) * z'],
    ['x ** (y ** z)', 'x ** y ** z'],
    ['(x ** y) ** z', '(x ** y) ** z'],
    ['((x - y)).avg', '(x - y).avg'],
    ['arr[(x + y)]', 'arr[x + y]'],
    ['-(-x)', '-(-x)'],
    ['(-x) ** 2', '(-x) ** 2'],
    ['(1).abs', '(1).abs'],
    ['{ "a b": 1, c: 2 }', '{ "a b": 1, c: 2 }'],
  ])('writes %s with the fewest parentheses', (text, fewest) => {
    expect(
      pipe(
        parse(text),
        E.match(({ message }) => message, print),
      ),
    ).toBe(fewest)
  })
})
