import type { DecodeFailure } from '../../src/types/index.ts'

/** What an export should have and has not; known when its last row went by. */
export interface Lacks {
  failures: Array<DecodeFailure>
  skipped: number
  complete: boolean
}
