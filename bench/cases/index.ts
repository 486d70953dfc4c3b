import type { Case } from '../Case.ts'
import { list10k } from './list10k.ts'

export const cases: ReadonlyArray<Case> = [list10k]
