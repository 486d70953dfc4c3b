import type { Task } from '../process/Side.ts'
import type { ProjectData } from '../server/data.ts'
import type { Target } from './targets.ts'

/** A program of a side and its task, without the server's address. */
export interface Work {
  readonly program: string
  readonly task: Task
}

/** A smaller task for the official client where the whole work would take minutes. */
export interface Share {
  /** The fraction of the whole work, such as 0.1. */
  readonly fraction: number
  readonly task: Task
  /** Whether it does the whole work once before the rounds, so that its peak memory is that of the whole. */
  readonly wholeFirst?: boolean
}

/** The same work done by several sides in turn. */
export interface Comparison {
  readonly name: string
  /** The projects on the server. */
  readonly projects: ReadonlyArray<ProjectData>
  readonly latencyMs?: number
  readonly ours: Work
  readonly floor?: Work
  readonly peer?: Work & { readonly share?: Share }
  readonly targets: ReadonlyArray<Target>
  readonly note: string
}

/** The options of a benchmark run. */
export interface BenchOptions {
  readonly pairs: number
  /** Whether the official client always does the whole work. */
  readonly whole: boolean
  /** The Python that has the official client; undefined if there is none. */
  readonly python: string | undefined
  readonly log: (line: string) => void
}
