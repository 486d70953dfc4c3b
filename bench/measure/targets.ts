/** What a figure should be. */
export interface Target {
  /** What is measured: `ours/floor`, `requests`, … */
  readonly of: string
  readonly atMost?: number
  readonly atLeast?: number
}

/** A target, and how far it is met. */
export interface Verdict extends Target {
  /** Undefined where it was not measured. */
  readonly value: number | undefined
  /** Undefined where it was not measured. */
  readonly met: boolean | undefined
}

const isMet = ({ atMost = Number.POSITIVE_INFINITY, atLeast = Number.NEGATIVE_INFINITY }: Target, value: number) =>
  value <= atMost && value >= atLeast

/** The figures by the names that targets use; undefined where they were not measured. */
export type Figures = Readonly<Record<string, number | undefined>>

export const judge = (targets: ReadonlyArray<Target>, figures: Figures): ReadonlyArray<Verdict> =>
  targets.map((target) => {
    const value = figures[target.of]
    return { ...target, value, met: value === undefined || Number.isNaN(value) ? undefined : isMet(target, value) }
  })
