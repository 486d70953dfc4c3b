import { bundleSize } from '../../scripts/bundleSize/bundleSize.ts'
import { loaderProgram, operationProgram, operationsProgram } from '../../scripts/bundleSize/programs.ts'
import type { Case } from '../Case.ts'
import { rowOf } from '../measure/Row.ts'
import { judge } from '../measure/targets.ts'

const NOTE = 'What a page downloads before the program can start, minified and gzipped, with fp-ts and io-ts.'

export const size: Case = {
  name: 'size',
  run: async function* () {
    const programs = [
      ['size/operation', operationProgram, 1_000],
      ['size/operations', await operationsProgram(), 12_000],
      ['size/loader', loaderProgram, 25_000],
    ] as const
    for (const [name, program, atMost] of programs) {
      const { atOnce } = await bundleSize(program)
      const targets = judge([{ of: 'bytes', atMost }], { bytes: atOnce })
      yield rowOf({ name, unit: 'bytes', ours: atOnce, targets, note: NOTE })
    }
  },
}
