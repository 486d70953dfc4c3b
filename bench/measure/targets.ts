/** A bound on a measured value. */
export interface Target {
  /** The name of the value: `ours/floor`, `requests`, … */
  readonly of: string
  readonly atMost?: number
  readonly atLeast?: number
}

/** A target with the measured value. */
export interface Verdict extends Target {
  /** Undefined if it was not measured. */
  readonly value: number | undefined
  /** Undefined if it was not measured. */
  readonly met: boolean | undefined
}

const isMet = ({ atMost = Number.POSITIVE_INFINITY, atLeast = Number.NEGATIVE_INFINITY }: Target, value: number) =>
  value <= atMost && value >= atLeast

/** Checks targets against measured values, by name. */
export const checkTargets = (
  targets: ReadonlyArray<Target>,
  values: Readonly<Record<string, number | undefined>>,
): ReadonlyArray<Verdict> =>
  targets.map((target) => {
    const value = values[target.of]
    return { ...target, value, met: value === undefined || Number.isNaN(value) ? undefined : isMet(target, value) }
  })
