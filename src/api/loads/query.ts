import type { Client } from '../../client/Client.ts'
import type { ExpressionResult } from '../../expression/run.ts'
import { readQuery } from '../adapter/readQuery.ts'
import { settle } from '../adapter/WandbError.ts'

/** Evaluates an expression. The language is imported lazily, because few programs need it. */
export const runQuery = async (client: Client, text: unknown, options?: object): Promise<ExpressionResult> => {
  const { expressionShape, runExpression } = await import('../../expression/run.ts')
  return settle(runExpression(readQuery(expressionShape, text, options))(client))
}
