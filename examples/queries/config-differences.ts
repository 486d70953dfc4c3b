import assert from 'node:assert/strict'
import { pipe } from 'fp-ts/lib/function.js'
import * as Ord from 'fp-ts/lib/Ord.js'
import * as RA from 'fp-ts/lib/ReadonlyArray.js'
import { loadRuns, orThrow } from 'wandb-run-ops/loader'
import { bestRun, diffConfigs, ordConfigDifferenceBySize } from 'wandb-run-ops/ops'
import { column } from 'wandb-run-ops/query'
import { project, withProject } from './project.ts'

/** The ten largest differences between the configs of the best and the worst run. */
await withProject(async (client) => {
  const { runs } = await orThrow(loadRuns({ project })(client))
  const loss = column.summary('val/loss')
  const [best, worst] = [bestRun(loss, 'minimize')(runs), bestRun(loss, 'maximize')(runs)]
  assert.ok(best !== undefined && worst !== undefined)

  const differences = diffConfigs([best, worst])
  const largest = pipe(differences, RA.sort(Ord.reverse(ordConfigDifferenceBySize)), RA.takeLeft(10))

  assert.deepEqual([best.displayName, worst.displayName], ['trial-0', 'trial-536'])
  assert.equal(differences.length, 12)
  assert.deepEqual(
    largest.map(({ path, values }) => `${path.join(' ')}: ${values.join(', ')}`),
    [
      'seed: 0, 536',
      'tpe_epoch: , 134',
      'optimizer.lr: 0.1, 0.001',
      'model layer_10 width: 8, 72',
      'model layer_9 width: 8, 72',
      'model layer_8 width: 8, 56',
      'model layer_7 width: 8, 48',
      'model layer_5 width: 8, 40',
      'model layer_11 width: 8, 32',
      'model layer_1 width: 8, 24',
    ],
  )
})
