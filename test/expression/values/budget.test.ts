import { describe, expect, it, test } from 'vitest'
import { makeBudget } from '../../../src/expression/values/budget.ts'
import { asked } from '../library/asked.ts'
import { someRun } from '../library/someRuns.ts'

describe('makeBudget', () => {
  it('stops an evaluation that processes or creates too much, before it does', () => {
    const { spendBudget, claimMemory } = makeBudget()
    expect(() => spendBudget(100_000_000)).not.toThrow()
    expect(() => spendBudget(1)).toThrow('This processes more than 100000000 elements.')
    expect(() => claimMemory(40_000_000)).not.toThrow()
    expect(() => claimMemory(1)).toThrow('This creates more than 320 MB of values.')
  })

  it('counts the characters that are read as elements, and those that are created as memory', () => {
    const { readCharacters, createString } = makeBudget()
    expect(() => readCharacters(800_000_000)).not.toThrow()
    expect(() => readCharacters(8)).toThrow('This processes more than')
    expect(() => createString(10_000_000)).not.toThrow()
    expect(() => createString(10_000_001)).toThrow('This creates a string of more than 10000000 characters.')
  })

  it('limits a list', () => {
    const { createList } = makeBudget()
    expect(() => createList(10_000_000)).not.toThrow()
    expect(() => createList(10_000_001)).toThrow('This creates more than 10000000 elements.')
  })
})

const runs = Array.from({ length: 600 }, (_, index) => someRun(`r${index}`, { lr: index }, { acc: index }))
const thousands = '["aaaaaaaaaa"].map((s)=>s.replace("a",s)).map((s)=>s.replace("a",s))'
const million = `${thousands}.map((s)=>s+s+s+s+s+s+s+s+s+s).map((s)=>s+s+s+s+s+s+s+s+s)`
const numbers = '[range(0, 100000)]'

/** Each would take minutes or gigabytes if it were not stopped. */
describe('a short expression over 600 runs that asks for too much', () => {
  test.each([
    [`${thousands}.map((s)=>s.replace("a",s))`, 'string of more than 10000000 characters'],
    [`${million}.map((s)=>runs.map((r)=>s+r.id==r.id+s))`, 'MB of values'],
    [`${million}.map((s)=>runs.map((r)=>s.split("a")))`, 'MB of values'],
    [`${million}.map((s)=>runs.map((r)=>s.upper))`, 'MB of values'],
    [`${million}.map((s)=>runs.id.joinToStr(s))`, 'string of more than'],
    [`${million}.map((s)=>runs.groupby((r)=>s+r.id))`, 'MB of values'],
    [`${numbers}.map((k)=>runs.sort((r)=>k))`, 'processes more than'],
    [`${numbers}.map((k)=>runs.map((r)=>[k]).unique)`, 'than'],
    [`${numbers}.map((k)=>runs.map((r)=>runs[k]))`, 'MB of values'],
    ['runs.map((a)=>runs.map((b)=>runs)).flatten.count', 'creates more than 10000000 elements'],
    ['runs.join(runs,(r)=>1,(r)=>1).join(runs,(r)=>1,(r)=>1)', 'processes more than'],
    ['range(0,10000000).map((x)=>x.toTimestamp)', 'MB of values'],
    ['range(0,10000).map((x)=>runs.map((r)=>r.url))', 'than'],
    ['range(0,10000001)', 'creates more than 10000000 elements'],
    [`[1]${'.map((x)=>[x,x,x,x])'.repeat(13)}.joinToStr`, 'more than'],
    [`[1]${'.map((x)=>{a:x,b:x,c:x,d:x})'.repeat(30)}`, 'creates more than 10000000 elements'],
  ])('%s fails at a position', (text, message) => {
    expect(asked(text, { runs })).toMatch(new RegExp(`^EvaluationError: .*${message}`))
  })

  test.each([
    ['range(0, 10000000).max', 9_999_999],
    ['range(0, 2000).join(range(0, 2000), (r) => 1, (r) => 1).count', 4_000_000],
    ['runs.join(runs, (r) => 1, (r) => 1).count', 360_000],
    ['runs.filter((a) => runs.filter((b) => b.name == a.name).count > 1).count', 0],
    ['runs.map((a) => runs.map((b) => a.config["lr"] * b.summary["acc"])).flatten.max', 599 * 599],
    [`${thousands}.map((s) => s.len)[0]`, 10_000],
    [`${thousands}.map((s) => runs.groupby((r) => s + r.id).count)[0]`, 600],
  ])('%s is within the limits', (text, value) => {
    expect(asked(text, { runs })).toBe(value)
  })
})
