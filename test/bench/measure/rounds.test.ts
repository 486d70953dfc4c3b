import { expect, test } from 'vitest'
import type { Lap, Runner } from '../../../bench/measure/Lap.ts'
import { rotate, runRounds } from '../../../bench/measure/rounds.ts'
import { makeLap } from './lap.ts'

const side = { run: async () => makeLap({}), end: () => {} }

const makeRunners = (...names: ReadonlyArray<Runner['name']>): ReadonlyArray<Runner> =>
  names.map((name) => ({ name, side, task: {}, repeats: false }))

const none = new Set<string>()

const request = {
  method: 'POST',
  path: '/graphql',
  isStorage: false,
  body: `{"query":"query Runs {${' '.repeat(300)}}","variables":{"first":40,"after":null}}`,
}

test('each round starts with another side', () => {
  const sides = ['a', 'b', 'c']
  expect([0, 1, 2, 3].map((round) => rotate(sides, round).join(''))).toEqual(['abc', 'bca', 'cab', 'abc'])
})

test('the warm-up round does not count, and the order of the others rotates', async () => {
  const order: Array<string> = []
  const runLap = async ({ name }: Runner): Promise<Lap> => {
    order.push(name)
    return makeLap({ seconds: order.length })
  }
  const laps = await runRounds(makeRunners('ours', 'floor'), runLap, { pairs: 3, partial: none })
  expect(order.join(' ')).toBe('ours floor ours floor floor ours ours floor')
  expect(laps['ours']?.map(({ seconds }) => seconds)).toEqual([3, 6, 7])
  expect(laps['floor']?.map(({ seconds }) => seconds)).toEqual([4, 5, 8])
})

test('the server records responses in the warm-up round', async () => {
  let count = 0
  const runLap = async (): Promise<Lap> => makeLap({ unrecorded: count++ === 0 ? [request] : [] })
  const laps = await runRounds(makeRunners('ours'), runLap, { pairs: 2, partial: none })
  expect(laps['ours']).toHaveLength(2)
})

test('an unrecorded request in a later round fails the case, and the error shows it', async () => {
  let count = 0
  const runLap = async (): Promise<Lap> => makeLap({ unrecorded: count++ === 2 ? [request, request] : [] })
  const failed = runRounds(makeRunners('ours'), runLap, { pairs: 2, partial: none })
  await expect(failed).rejects.toThrow(
    /^Unrecorded requests from ours in round 2: expected those of the warm-up round, got 2 others, the first POST \/graphql ….*"first":40,"after":null}}$/,
  )
})

test('sides that read different data fail the case, even in the warm-up round', async () => {
  const runLap = async ({ name }: Runner): Promise<Lap> => makeLap({ checksum: name === 'floor' ? 2 : 1 })
  const failed = runRounds(makeRunners('ours', 'floor'), runLap, { pairs: 1, partial: none })
  await expect(failed).rejects.toThrow('floor read 1')
})

test('a partial side is compared with the first part of ours', async () => {
  const head = { count: 1, checksum: 0.5 }
  const runLap = async ({ name }: Runner): Promise<Lap> =>
    name === 'peer' ? makeLap({ checksum: 0.5 }) : makeLap({ count: 2, head })
  const options = { pairs: 1, partial: new Set(['peer']) }
  await expect(runRounds(makeRunners('ours', 'peer'), runLap, options)).resolves.toBeDefined()
  const whole = runRounds(makeRunners('ours', 'peer'), runLap, { ...options, partial: none })
  await expect(whole).rejects.toThrow('peer read 1')
})
