import * as aq from 'arquero'
import { historyToArquero, registerArqueroOperations, toArquero } from 'wandb-run-ops/arquero'
import { loadHistories, loadRuns, makeClient, orThrow } from 'wandb-run-ops/loader'
import { runName } from 'wandb-run-ops/ops'
import { column } from 'wandb-run-ops/query'
import { startSandbox } from '../../sandbox/index.ts'

/** Usage: npx tsx examples/arquero/main.ts. Groups a project's runs and joins them with statistics of their histories. */
const sandbox = await startSandbox()
try {
  const client = makeClient({ apiKey: sandbox.apiKey, baseUrl: sandbox.url })
  const project = 'harbor-lab/digits'
  const { runs } = await orThrow(loadRuns({ project })(client))

  const table = toArquero({
    run: column.name,
    family: column.config('family'),
    runtime: column.runtime,
    accuracy: column.summary('accuracy'),
  })(runs)

  console.log('Accuracy by family')
  const families = table
    .filter('op.is_finite(d.accuracy)')
    .groupby('family')
    .rollup({ runs: 'op.count()', mean: 'op.mean(d.accuracy)', best: 'op.max(d.accuracy)' })
    .orderby(aq.desc('best'), 'family')
  console.log(families.toMarkdown())

  const filters = { group: 'mlp-seeds' }
  const { items } = await orThrow(loadHistories({ project, filters, keys: ['val_loss'], complete: true })(client))
  const tables = items.map(({ run, history }) =>
    historyToArquero(history)
      .filter('op.is_finite(d.val_loss)')
      .rollup({ lowest: 'op.min(d.val_loss)', rows: 'op.count()' })
      .assign(aq.table({ run: [runName(run)] })),
  )
  const [first = aq.table({}), ...others] = tables
  console.log('Lowest validation loss by seed')
  console.log(
    first
      .concat(...others)
      .join(table)
      .select('run', 'rows', 'lowest', 'accuracy')
      .orderby('lowest')
      .toMarkdown(),
  )

  registerArqueroOperations(aq)
  console.log('Longest runs, computed by operations in expressions')
  const longest = aq
    .table({ run: runs })
    .derive({
      seconds: 'op.runRuntime(d.run)',
      name: 'op.runName(d.run)',
      rate: "op.runConfigAt(d.run, ['learning_rate'])",
    })
    .orderby(aq.desc('seconds'), 'name')
    .slice(0, 3)
  console.log(longest.select('name', 'rate', 'seconds').toMarkdown())
} finally {
  await sandbox.close()
}
