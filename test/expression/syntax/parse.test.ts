import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { describe, expect, it } from 'vitest'
import { parse } from '../../../src/expression/syntax/parse.ts'
import { print } from '../../../src/expression/syntax/print.ts'

const canonical = (text: string): string =>
  pipe(
    parse(text),
    E.match(({ message }) => message, print),
  )

const refused = (text: string) =>
  pipe(
    parse(text),
    E.match(
      ({ start, end, message, hint }) => [text.slice(start, end), message, hint],
      () => undefined,
    ),
  )

describe('parse', () => {
  it.each([
    ['a === b', 'a == b'],
    ['a = b', 'a == b'],
    ['a !== b', 'a != b'],
    ['a // b', 'a // b'],
    ['runs.map((r) => {return r.name})', 'runs.map((r) => r.name)'],
    ['runs.map(anything => anything.name)', 'runs.map((anything) => anything.name)'],
    ['runs.map((r) => {Epoch: r.config["e"]})', 'runs.map((r) => ({ Epoch: r.config["e"] }))'],
    ['runs.count()', 'runs.count'],
    ['a /* a note */ + b', 'a + b'],
    ["x['it\\'s']", 'x["it\'s"]'],
  ])('reads %s as %s', (text, same) => {
    expect(canonical(text)).toBe(same)
  })

  it.each([
    ['a ? b : c', 'a ? b : c', 'The operator ?: is not supported.', 'Write (condition).if(first, second).'],
    ['`a`', '`a`', 'Template literals are not supported.', 'Join strings with +.'],
    ['f(...a)', '...a', 'Spread syntax (...) is not supported.', 'Use concat([first, second]).'],
    ['[...a]', '...a', 'Spread syntax (...) is not supported.', 'Use concat([first, second]).'],
    ['a?.b', 'a?.b', 'Optional chaining (?.) is not supported.', 'Use a dot: null propagates.'],
    [
      'a.map(function (r) { return r })',
      'function (r) { return r }',
      'function is not supported.',
      'Write (row) => value.',
    ],
    ['new Date("2026")', 'new Date("2026")', 'new is not supported.', 'Remove it: Date("2026-11-21").'],
    ['a ?? b', 'a ?? b', 'Operator ?? is not supported.', 'Use coalesce(first, second).'],
    ['a & b', 'a & b', 'Operator & is not supported.', 'Use && for "and".'],
    ['a, b', 'a, b', 'Expected one expression, got several.', 'Write a list: [first, second].'],
    ['this', 'this', 'this is not supported.', undefined],
    ['typeof a', 'typeof a', 'Operator typeof is not supported.', undefined],
    ['{a: 1, a: 2}', 'a', 'Duplicate key "a".', 'Remove one of the entries.'],
  ])('rejects %s at its position, with a hint', (text, part, message, hint) => {
    expect(refused(text)).toEqual([part, message, hint])
  })

  it.each([
    '/a+/',
    'runs.filter(/a/)',
    'const a = 1',
    'if (a) b',
    'a => { const b = 1; return b }',
    'a;',
    'runs.',
    '"a',
    '',
  ])('rejects %s at a position within its text', (text) => {
    const parsed = parse(text)
    expect(E.isLeft(parsed)).toBe(true)
    if (E.isRight(parsed)) return
    expect(parsed.left.start).toBeLessThanOrEqual(parsed.left.end)
    expect(parsed.left.end).toBeLessThanOrEqual(text.length)
  })

  it('rejects any text that is nested too deeply', () => {
    expect(E.isLeft(parse('('.repeat(50_000) + ')'.repeat(50_000)))).toBe(true)
    expect(E.isLeft(parse(`a${'.b'.repeat(5000)}`))).toBe(true)
  })

  it('returns the span of each node in UTF-16 code units', () => {
    expect(parse('"🚀" + x')).toMatchObject({
      right: { start: 0, end: 8, left: { start: 0, end: 4 }, right: { start: 7, end: 8 } },
    })
  })
})
