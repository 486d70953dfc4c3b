import { expect, test } from 'vitest'
import type { Lap, Runner } from '../../../bench/measure/Runner.ts'
import { rounds } from '../../../bench/measure/rounds.ts'
import { lapOf } from './lap.ts'

const side = { run: async () => lapOf({}), end: () => {} }

const runnersOf = (...names: ReadonlyArray<Runner['name']>): ReadonlyArray<Runner> =>
  names.map((name) => ({ name, side, task: {}, repeats: false }))

const whole = new Set<string>()

test('one round does not count, and the order of the others turns', async () => {
  const order: Array<string> = []
  const lap = async ({ name }: Runner): Promise<Lap> => {
    order.push(name)
    return lapOf({ seconds: order.length })
  }
  const { laps, repeated } = await rounds(runnersOf('ours', 'floor'), lap, { pairs: 3, partial: whole })
  expect(order.join(' ')).toBe('ours floor ours floor floor ours ours floor')
  expect(laps['ours']?.map(({ seconds }) => seconds)).toEqual([3, 6, 7])
  expect(laps['floor']?.map(({ seconds }) => seconds)).toEqual([4, 5, 8])
  expect(repeated).toBe(0)
})

test('a round in which the server made an answer is done again', async () => {
  let asked = 0
  const lap = async (): Promise<Lap> => {
    asked += 1
    return lapOf({ seconds: asked, misses: asked === 3 ? 1 : 0 })
  }
  const { laps, repeated } = await rounds(runnersOf('ours'), lap, { pairs: 2, partial: whole })
  expect(laps['ours']?.map(({ seconds }) => seconds)).toEqual([2, 4])
  expect(repeated).toBe(1)
})

test('a server that makes answers in every round fails the case', async () => {
  const lap = async (): Promise<Lap> => lapOf({ misses: 1 })
  await expect(rounds(runnersOf('ours'), lap, { pairs: 2, partial: whole })).rejects.toThrow('every round')
})

test('sides that do not read the same fail the case, even in the round that does not count', async () => {
  const lap = async ({ name }: Runner): Promise<Lap> => lapOf({ checksum: name === 'floor' ? 2 : 1 })
  await expect(rounds(runnersOf('ours', 'floor'), lap, { pairs: 1, partial: whole })).rejects.toThrow('floor read 1')
})

test('a side that does a part is compared with the first part of ours', async () => {
  const head = { count: 1, checksum: 0.5 }
  const lap = async ({ name }: Runner): Promise<Lap> =>
    name === 'peer' ? lapOf({ checksum: 0.5 }) : lapOf({ count: 2, head })
  const options = { pairs: 1, partial: new Set(['peer']) }
  await expect(rounds(runnersOf('ours', 'peer'), lap, options)).resolves.toBeDefined()
  await expect(rounds(runnersOf('ours', 'peer'), lap, { ...options, partial: whole })).rejects.toThrow('peer read 1')
})
