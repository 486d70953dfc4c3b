import type { Task } from '../process/Side.ts'
import type { ProjectData } from '../server/data.ts'
import type { Target } from './targets.ts'

/** A program of a side, and what it is told beside the address of the server. */
export interface Work {
  readonly program: string
  readonly task: Task
}

/** What the official client does, where all of it would take too long. */
export interface Share {
  /** The part of the whole, such as 0.1. */
  readonly part: number
  /** What it is told instead. */
  readonly task: Task
  /** Whether it does the whole work once before the rounds, so that its memory is that of the whole. */
  readonly wholeFirst?: boolean
}

/** The same work done by several sides, in turn. */
export interface Comparison {
  readonly name: string
  /** What the server holds; without it there is no server. */
  readonly projects?: ReadonlyArray<ProjectData>
  readonly latencyMs?: number
  readonly ours: Work
  /** Without it, there is nothing to be compared with. */
  readonly floor?: Work
  readonly peer?: Work & { readonly share?: Share }
  readonly targets: ReadonlyArray<Target>
  readonly note: string
}

/** What was asked of the bench. */
export interface Options {
  readonly pairs: number
  /** The official client does all of the work everywhere. */
  readonly whole: boolean
  /** Undefined where there is no official client. */
  readonly python: string | undefined
  readonly say: (line: string) => void
}
