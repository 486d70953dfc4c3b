import { op, table } from 'arquero'
import { serveOver } from '../inProcess.ts'
import { type Means, makeTable, meansByRelation, totalsOfMeans, valuesOf } from '../means.ts'

const makeInput = (count: number) => {
  const rows = Array.from({ length: count }, (_, run) => valuesOf(run))
  const theirs = table({
    use_amp: rows.map(({ use_amp }) => use_amp),
    optimizer: rows.map(({ optimizer }) => optimizer),
    loss: Float64Array.from(rows, ({ loss }) => loss),
  })
  return { ours: makeTable(count), theirs }
}

type Input = ReturnType<typeof makeInput>

const meansByArquero = ({ theirs }: Input): Means =>
  theirs
    .filter('d => d.use_amp && d.loss < 0.9')
    .groupby('optimizer')
    .rollup({ loss: op.mean('loss') })
    .objects()
    .map((row) => {
      const { optimizer, loss } = row as { readonly optimizer: string; readonly loss: number }
      return [optimizer, loss] as const
    })

serveOver(
  makeInput,
  [{ name: 'groups', ours: ({ ours }: Input) => meansByRelation(ours), floor: meansByArquero }],
  totalsOfMeans,
)
