import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { describe, expect, test } from 'vitest'
import { checkRunExpression } from '../../src/expression/checkRunExpression.ts'
import { showType } from '../../src/expression/types/showType.ts'

const checked = (text: string): string =>
  pipe(
    checkRunExpression(text),
    E.match(({ _tag, start, end }) => `${_tag} ${start}-${end}`, showType),
  )

describe('checkRunExpression', () => {
  test.each([
    ['runs.summary["loss"]', 'list<any>'],
    ['runs.name', 'list<string>'],
    ['project("team", "vision").runs.name', 'list<string>'],
    ['1 + 2', 'number'],
  ])('%s has type %s', (text, type) => {
    expect(checked(text)).toBe(type)
  })

  test.each([
    ['runs.', 'SyntaxError 5-5'],
    ['runs.nam', 'TypeError 5-8'],
    ['project("team").runs.name', 'TypeError 0-15'],
    ['runs.count + project("team", "vision").runs.count', 'TypeError 0-49'],
  ])('%s is a %s', (text, failure) => {
    expect(checked(text)).toBe(failure)
  })
})
