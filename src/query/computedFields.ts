import type { RunFields } from '../types/run/RunHeavy.ts'

type Timed = Pick<RunFields, 'createdAt' | 'heartbeatAt'>

/** The time of a run's last heartbeat, or else of its creation: the record's own date. */
export const lastSign = (run: Timed): Date => run.heartbeatAt ?? run.createdAt

/** Whether a record has the dates that its type promises. */
const hasTimes = (run: Timed): boolean => run.createdAt instanceof Date && lastSign(run) instanceof Date

/** The columns that are not a field of the record as it is. */
export const computedFields = {
  /** The display name, or else the id. */
  name: (run: Pick<RunFields, 'displayName' | 'id'>): string => run.displayName ?? run.id,
  /** Seconds from creation to the last heartbeat; `undefined` for a record without times. */
  runtime: (run: Timed): number =>
    hasTimes(run) ? Math.max(0, (lastSign(run).getTime() - run.createdAt.getTime()) / 1000) : (undefined as never),
  /** The username; `undefined` for an unknown user. */
  user: (run: Pick<RunFields, 'user'>): string | undefined => run.user?.username || undefined,
} as const
