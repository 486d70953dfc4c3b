import { aggregate, and, column, eq, groupRunsBy, lt, matches, mean } from 'wandb-run-ops/ops'
import { serveGroups } from '../groups.ts'

const isGood = matches(and(eq(column.config('use_amp'), true), lt(column.summary('loss'), 0.9)))
const byOptimizer = groupRunsBy(column.config('optimizer'))
const figures = aggregate({ loss: mean(column.summary('loss')) })

serveGroups((runs) => byOptimizer(runs.filter(isGood)).map((group) => [group.key, figures(group.runs).loss]))
