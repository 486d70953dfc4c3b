import { join } from 'node:path'
import { run } from './command.ts'

/** Runs the program of an installed package against its sandbox and returns the problems. */
export const programProblems = async (consumer: string): Promise<ReadonlyArray<string>> => {
  const program = join(consumer, 'node_modules', '.bin', 'wandb-run-ops')
  const calls: ReadonlyArray<readonly [args: ReadonlyArray<string>, expected: RegExp]> = [
    [['--version'], /^\d+\.\d+\.\d+\n$/],
    [['query', '1+1', '--sandbox', '--json'], /"value":2,/],
    [['runs', '--sandbox', '--limit', '2'], /2 of 200 runs/],
    [['export', '--sandbox', '--format', 'csv', '--columns', 'name', '--limit', '1'], /^name\nsynthetic-1\n$/],
    [['export', '--sandbox', '--output', 'runs.parquet'], /Wrote 200 rows to runs\.parquet/],
    [['export', '--sandbox', '--output', 'runs.arrow'], /Wrote 200 rows to runs\.arrow/],
  ]
  const problems: Array<string> = []
  for (const [args, expected] of calls) {
    const { code, output } = await run(program, args, consumer)
    if (code !== 0 || !expected.test(output))
      problems.push(`${args.join(' ')} exited with ${code}: ${output.slice(0, 500)}`)
  }
  return problems
}
