import { DuckDBInstance } from '@duckdb/node-api'
import { serveOver } from '../inProcess.ts'
import { type Means, makeTable, meansByRelation, totalsOfMeans } from '../means.ts'
import { OPTIMIZERS } from '../records.ts'

const makeInput = async (count: number) => {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const theirs = await instance.connect()
  const optimizers = OPTIMIZERS.map((name) => `'${name}'`).join(', ')
  await theirs.run(`
    CREATE TABLE runs AS SELECT run % 3 <> 0 AS use_amp, [${optimizers}][run * 7 % ${OPTIMIZERS.length} + 1] AS optimizer,
      (run * 17 % 1000) / 500.0::DOUBLE AS loss FROM range(${count}) AS runs(run)`)
  return { ours: makeTable(count), theirs }
}

type Input = Awaited<ReturnType<typeof makeInput>>

const meansByDuckDb = async ({ theirs }: Input): Promise<Means> => {
  const answer = await theirs.runAndReadAll(
    'SELECT optimizer, avg(loss) FROM runs WHERE use_amp AND loss < 0.9 GROUP BY optimizer',
  )
  return answer.getRows().map(([optimizer, loss]) => [optimizer, loss as number])
}

serveOver(
  makeInput,
  [{ name: 'groups', ours: ({ ours }: Input) => meansByRelation(ours), floor: meansByDuckDb }],
  totalsOfMeans,
)
