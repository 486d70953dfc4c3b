import { afterAll, beforeAll, expect, test } from 'vitest'
import { WandbError } from 'wandb-run-ops'
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts'
import { logged } from '../../fixtures/loader/logged.ts'
import { collect, doorTo, thrownBy } from '../door.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ records: [logged('a', []), logged('b', [])] })
})
afterAll(() => sandbox.close())

test('waitForRun waits for the end of a run, by its path, its record or a query', async () => {
  const wandb = doorTo(sandbox)
  const run = await wandb.waitForRun('team/vision/a')
  expect(run.state).toBe('finished')
  const states: Array<unknown> = []
  expect(await wandb.waitForRun(run, { every: 10, onState: (state) => states.push(state) })).toEqual(run)
  expect(await wandb.waitForRun({ run, until: ['finished'] })).toEqual(run)
  expect(states).toEqual(['finished'])
  expect(await thrownBy(wandb.waitForRun('team/vision/none'))).toMatchObject({ reason: { _tag: 'NotFound' } })
})

test('watchRuns is a loop over changes', async () => {
  const wandb = doorTo(sandbox)
  const changes = await collect(wandb.watchRuns('team/vision'))
  expect(changes.map((change) => change._tag)).toEqual(['Added', 'Added'])
  expect(await thrownBy(collect(wandb.watchRuns('team/vision', { evry: 5 } as never)))).toMatchObject({
    message: 'Unknown option evry. Did you mean every?',
  })
  expect(await thrownBy(collect(wandb.watchRuns('team/none')))).toBeInstanceOf(WandbError)
})
