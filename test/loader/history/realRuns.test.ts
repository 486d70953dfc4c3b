import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import { loadHistory } from 'wandb-run-ops/loader'
import { historyCount, historyRows } from 'wandb-run-ops/ops'
import { folderLines, type RunLine, startSandbox } from '../../../sandbox/index.ts'
import { extraFolder } from '../../fixtures/extraData.ts'
import { rightOf } from '../servers/either.ts'
import { quick } from '../servers/quick.ts'

const lines = [...folderLines(extraFolder)]
const runs = lines.filter((line): line is RunLine => line.kind === 'run')

describe.skipIf(runs.length === 0)('every row of the shared runs comes back, bit for bit,', () => {
  test.each(['none', 'live', 'parquet', 'mixed'] as const)('from a server whose histories are: %s', async (history) => {
    const sandbox = await startSandbox({ records: lines, history })
    const client = quick(sandbox.url, sandbox.apiKey)
    const wrong: Array<string> = []
    let rows = 0
    for (const run of runs) {
      const loaded = rightOf(await loadHistory({ run })(client)())
      const sent = run.history.map((row) => JSON.parse(row))
      const isSame = isDeepStrictEqual([...historyRows(loaded)], sent) && loaded.failures.length === 0
      if (!isSame || loaded.sampled) wrong.push(run.id)
      rows += loaded.length
    }
    await sandbox.close()
    expect(wrong).toEqual([])
    expect(rows).toBe(runs.reduce((sum, run) => sum + run.history.length, 0))
  })
})

const lightning = runs.find(({ history }) => history.some((row) => row.includes('"val_loss"')))

test.skipIf(lightning === undefined).each(['none', 'parquet', 'mixed'] as const)(
  'train_loss and val_loss come together though no row has both, where histories are: %s',
  async (history) => {
    const run = lightning as RunLine
    const sandbox = await startSandbox({ records: lines, history })
    const client = quick(sandbox.url, sandbox.apiKey)
    const loaded = rightOf(await loadHistory({ run, keys: ['train_loss', 'val_loss'] })(client)())
    const both = rightOf(await loadHistory({ run, keys: ['train_loss', 'val_loss'], require: 'all' })(client)())
    await sandbox.close()
    const rows: ReadonlyArray<Readonly<Record<string, unknown>>> = run.history.map((row) => JSON.parse(row))
    for (const key of ['train_loss', 'val_loss']) {
      expect(historyCount(loaded, key)).toBe(rows.filter((row) => Object.hasOwn(row, key)).length)
      expect(historyCount(loaded, key)).toBeGreaterThan(0)
    }
    expect(loaded.keys.toSorted()).toEqual(['train_loss', 'val_loss'])
    expect(both.length).toBe(0)
  },
)
