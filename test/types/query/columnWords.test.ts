import { expect, test } from 'vitest'
import { column } from 'wandb-run-ops/ops'
import type { Column } from 'wandb-run-ops/types'
import { columnWords } from '../../../src/types/query/columnWords.ts'

test.each<[Column, string]>([
  [column.createdAt, 'createdAt'],
  [column.config('lr'), 'config.lr'],
  [column.config('optimizer', 'lr_$'), 'config.optimizer.lr_$'],
  [column.summary('val/loss'), 'summary["val/loss"]'],
  [column.summary('a', '0', ''), 'summary.a["0"][""]'],
  [column.systemMetrics('größe'), 'systemMetrics.größe'],
  [column.history('a.b').max, 'history["a.b"].max'],
])('%j is %j', (of, words) => {
  expect(columnWords(of)).toBe(words)
})
