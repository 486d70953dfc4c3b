import type { Facts } from '../measure/agree.ts'

/** What a side answers when it has done its work once. */
export interface Answer extends Facts {
  /** Of the work alone. */
  readonly seconds: number
  /** The most memory that its process held so far. */
  readonly rssMb: number
  /** What it held before it did anything; of our own processes only. */
  readonly startMb?: number
  /** What it read in the first part of the work, where only that is compared. */
  readonly head?: Facts
  readonly parts?: Readonly<Record<string, number>>
  /** What the floor did, where both are in one process. */
  readonly floor?: Omit<Answer, 'rssMb' | 'floor'>
}

export type Task = Readonly<Record<string, unknown>>

/** A process that does the same work again and again. */
export interface Side {
  readonly run: (task: Task) => Promise<Answer>
  readonly end: () => void
}
