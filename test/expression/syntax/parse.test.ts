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
    ['a == 1 and b == 2 or c', 'a == 1 && b == 2 || c'],
    ['a or b and c', 'a || b && c'],
    ['{ and: or }.and', '{ and: or }.and'],
    ['a.map((and) => and and and)', 'a.map((and) => and && and)'],
    ['// first\n  // second\na.b', 'a.b'],
    ['a\n// between\n.b', 'a.b'],
    ['[1, // one\n 2]', '[1, 2]'],
    ['(a)[0] // b(c) // 2', 'a[0] // b(c) // 2'],
    ['a // b\n// end', 'a // b'],
    ['"two\nlines"', '"two\\nlines"'],
    ['concat(\\\n[a])', 'concat([a])'],
    ['runs.map((r) => runSummary(r).accuracy)', 'runs.map((r) => r.summary.accuracy)'],
    ['runConfig(r)["lr"] + runName(r)', 'r.config["lr"] + r.name'],
    ['runLoggedArtifactVersion(r, "model:latest")', 'r.loggedArtifactVersion("model:latest")'],
    ['artifactVersionName(runLoggedArtifactVersions(r)[0])', 'r.loggedArtifactVersions[0].name'],
    ['runName()', 'runName()'],
    ['sweepName(r)', 'sweepName(r)'],
    ['historyKeys(r)', 'historyKeys(r)'],
    ['a > 1 ? b : c', '(a > 1).if(b, c)'],
    ['a ? b : c ? d : e', 'a.if(b, c.if(d, e))'],
    ['(row) => row.a ? {b: 1} : {b: 2}', '(row) => row.a.if({ b: 1 }, { b: 2 })'],
    ["x['it\\'s']", 'x["it\'s"]'],
  ])('reads %s as %s', (text, same) => {
    expect(canonical(text)).toBe(same)
  })

  it.each([
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

  it.each([
    ['const a = 1; a', 'const', /^An expression is a single value/],
    ['a;', ';', /^Remove the ;/],
    ['a // a note here', 'note', /^After a value, \/\/ divides/],
    ['"a\nb', '"a\nb', /^Close the string/],
  ])('says at the position what to write instead of %j', (text, part, hint) => {
    const [found, , said] = refused(text) ?? []
    expect(found).toBe(part)
    expect(said).toMatch(hint)
  })

  it('reads 400 nested levels and 1000 operations in a row, and no more', () => {
    const sum = (count: number) => Array(count).fill('1').join(' + ')
    const nested = (count: number) => '['.repeat(count) + ']'.repeat(count)
    const chain = (count: number) => `a${'.limit(1)'.repeat(count)}`
    const maps = (count: number) => `${'[1].map((x) => '.repeat(count)}1${')'.repeat(count)}`
    const message = 'The expression is nested more than 400 levels deep, or has more than 1000 operations in a row.'
    for (const fits of [sum(1000), nested(400), chain(1000)]) expect(canonical(fits)).toBe(fits)
    for (const exceeds of [sum(1100), nested(402), chain(1100), maps(390)]) expect(canonical(exceeds)).toBe(message)
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
