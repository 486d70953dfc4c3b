import { bundleSize } from '../../scripts/bundleSize/bundleSize.ts'
import { loaderProgram, operationProgram, operationsProgram } from '../../scripts/bundleSize/programs.ts'
import { makeRow } from '../measure/Row.ts'
import { checkTargets } from '../measure/targets.ts'
import type { Case } from './Case.ts'

const NOTE = 'What a page downloads before the program starts, minified and gzipped, including fp-ts and io-ts.'

export const size: Case = {
  name: 'size',
  run: async function* () {
    const programs = [
      ['size/operation', operationProgram, 1_000],
      ['size/operations', await operationsProgram(), 12_000],
      ['size/loader', loaderProgram, 25_000],
    ] as const
    for (const [name, program, atMost] of programs) {
      const { initial } = await bundleSize(program)
      const targets = checkTargets([{ of: 'bytes', atMost }], { bytes: initial })
      yield makeRow({ name, unit: 'bytes', ours: initial, targets, note: NOTE })
    }
  },
}
