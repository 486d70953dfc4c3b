import { describe, expect, test } from 'vitest'
import type { Args } from '../../../cli/arguments/Command.ts'
import { runFilter } from '../../../cli/arguments/runFilter.ts'

const args = (given: Readonly<Record<string, string>>): Args => ({
  positionals: [],
  has: (name) => name in given,
  value: (name) => given[name],
  values: (name) => (given[name] === undefined ? [] : [given[name]]),
})

const january = { createdAt: { $gte: '2026-01-01T00:00:00.000Z', $lte: '2026-01-31T23:59:59.999Z' } }

describe('runFilter', () => {
  test('is that of the one option that is given', () => {
    expect(runFilter(args({}))).toBeUndefined()
    expect(runFilter(args({ filter: '{"group":"a"}' }))).toEqual({ group: 'a' })
    expect(runFilter(args({ state: 'crashed,failed' }))).toEqual({ state: { $in: ['crashed', 'failed'] } })
    expect(runFilter(args({ created: '2026-01', zone: 'UTC' }))).toEqual(january)
  })

  test('asks for all of what several options say', () => {
    expect(runFilter(args({ filter: '{"state":"x"}', state: 'crashed', created: '2026-01', zone: 'UTC' }))).toEqual({
      $and: [{ state: 'x' }, { state: { $in: ['crashed'] } }, january],
    })
  })

  test('counts days on the clocks of the zone', () => {
    expect(JSON.stringify(runFilter(args({ created: '2026-01-01', zone: 'Asia/Kolkata' })))).toContain(
      '2025-12-31T18:30:00.000Z',
    )
  })

  test.each([
    [{ created: 'soon' }, /^--created must be today, yesterday, .*got "soon"\.$/],
    [{ created: 'today', zone: 'Europe/Berlln' }, /^--zone must be the name of a time zone, such as "Europe\/Berlin"/],
    [{ zone: 'UTC' }, /^--zone is the time zone of --created/],
    [{ state: ',' }, /^--state must name at least one state/],
    [{ filter: '[]' }, /^--filter must be a JSON object/],
  ])('refuses %j', (given, message) => {
    expect(() => runFilter(args(given))).toThrow(message)
  })
})
