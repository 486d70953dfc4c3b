import type { Client } from '../../client/Client.ts'
import type { ExpressionQuery, ExpressionResult } from '../../expression/run.ts'
import type { OptionNames } from '../adapter/readQuery.ts'
import { settle } from '../adapter/WandbError.ts'

/** The options of an expression. */
export const expressionOptions: OptionNames<ExpressionQuery> = {
  text: true,
  project: true,
  filters: true,
  order: true,
  limit: true,
  signal: true,
  onProgress: true,
}

/** Evaluates an expression. The language is imported lazily, because few programs need it. */
export const runQuery = async (client: Client, query: ExpressionQuery): Promise<ExpressionResult> => {
  const { runExpression } = await import('../../expression/run.ts')
  return settle(runExpression(query)(client))
}
