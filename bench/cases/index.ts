import type { Case } from './Case.ts'
import { growth } from './growth.ts'
import { histories1k } from './histories1k.ts'
import { expression, filterGroup, ops } from './inMemory.ts'
import { list10k } from './list10k.ts'
import { list10kRtt50 } from './list10kRtt50.ts'
import { project2Keys } from './project2Keys.ts'
import { scanLive } from './scanLive.ts'
import { scanParquet } from './scanParquet.ts'
import { size } from './size.ts'
import { frame10k, table100k } from './tables.ts'

export const cases: ReadonlyArray<Case> = [
  list10k,
  list10kRtt50,
  project2Keys,
  frame10k,
  table100k,
  histories1k,
  scanParquet,
  scanLive,
  ops,
  filterGroup,
  expression,
  growth,
  size,
]
