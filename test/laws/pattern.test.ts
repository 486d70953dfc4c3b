import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { RE2JS } from 're2js'
import { describe, expect, test } from 'vitest'
import { fromRe2, type Pattern, regExpOf, toRe2 } from '../../src/query/regex/Pattern.ts'
import { hostileString, jsFlags, jsSource, plainString, re2Text } from '../query/regex/arbitraries.ts'
import { type Asked, duckdbDenies } from '../query/regex/duckdb.ts'
import { caseCount } from './law.ts'

const CASES = caseCount(12_000, 300)
const strings = fc.tuple(plainString, plainString, hostileString, hostileString)
const patterns: fc.Arbitrary<Pattern> = fc.record({ source: jsSource, flags: jsFlags })

const engines = new Map<string, RE2JS>()
const isFound = (text: string, string: string): boolean => {
  const engine = engines.get(text) ?? RE2JS.compile(text)
  engines.clear()
  engines.set(text, engine)
  return engine.matcher(string).find()
}

const matches = (pattern: Pattern, string: string): boolean => regExpOf(pattern)?.test(string) === true

/** Counts that show a law is not vacuous: all cases, those that were Right, and those of them that matched. */
interface Tally {
  cases: number
  right: number
  strings: number
  found: number
}

const tallyOf = (): Tally => ({ cases: 0, right: 0, strings: 0, found: 0 })

const count = (tally: Tally, asked: ReadonlyArray<boolean> | undefined): void => {
  tally.cases += 1
  if (asked === undefined) return
  tally.right += 1
  tally.strings += asked.length
  tally.found += asked.filter((found) => found).length
}

const expectSubstance = (name: string, { cases, right, strings, found }: Tally): void => {
  console.log(`${name}: ${cases} cases, ${right} Right; of ${strings} strings ${found} match`)
  expect(cases).toBeGreaterThanOrEqual(CASES)
  expect(right / cases).toBeGreaterThan(0.5)
  expect(found / strings).toBeGreaterThan(0.1)
  expect(found / strings).toBeLessThan(0.9)
}

describe('toRe2', () => {
  const asked: Array<Asked> = []

  test('matches the same strings as RE2', () => {
    const tally = tallyOf()
    fc.assert(
      fc.property(patterns, strings, (pattern, texts) => {
        const written = toRe2(pattern)
        const wanted = texts.map((string) => matches(pattern, string))
        count(tally, E.isRight(written) ? wanted : undefined)
        if (E.isLeft(written)) return true
        texts.forEach((string, at) => {
          asked.push({ text: written.right, string, isFound: wanted[at] === true })
        })
        return texts.every((string, at) => isFound(written.right, string) === wanted[at])
      }),
      { numRuns: CASES },
    )
    expectSubstance('toRe2', tally)
  })

  test('matches the same strings as DuckDB', async () => {
    expect(asked.length).toBeGreaterThanOrEqual(CASES)
    expect(await duckdbDenies(asked)).toEqual([])
  })

  test('round-trips through fromRe2 with the same meaning', () => {
    const tally = tallyOf()
    fc.assert(
      fc.property(patterns, strings, (pattern, texts) => {
        const back = E.chain(fromRe2)(toRe2(pattern))
        const wanted = texts.map((string) => matches(pattern, string))
        count(tally, E.isRight(back) ? wanted : undefined)
        return E.isRight(back)
          ? texts.every((string, at) => matches(back.right, string) === wanted[at])
          : E.isLeft(toRe2(pattern))
      }),
      { numRuns: CASES },
    )
    expectSubstance('there and back', tally)
  })
})

describe('fromRe2', () => {
  const asked: Array<Asked> = []

  test('matches the same strings as RE2', () => {
    const tally = tallyOf()
    fc.assert(
      fc.property(re2Text, strings, (text, texts) => {
        const pattern = fromRe2(text)
        const found = E.isRight(pattern) ? texts.map((string) => matches(pattern.right, string)) : undefined
        count(tally, found)
        if (found === undefined) return true
        texts.forEach((string, at) => {
          asked.push({ text, string, isFound: found[at] === true })
        })
        return texts.every((string, at) => isFound(text, string) === found[at])
      }),
      { numRuns: CASES },
    )
    expectSubstance('fromRe2', tally)
  })

  test('matches the same strings as DuckDB', async () => {
    expect(asked.length).toBeGreaterThanOrEqual(CASES)
    expect(await duckdbDenies(asked)).toEqual([])
  })
})
