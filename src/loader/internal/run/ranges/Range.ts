/** A part of the time line: from a moment on, and up to another that is not in it. */
export interface Range {
  /** The first moment; no bound where it is not given. */
  readonly from: Date | undefined
  /** The moment behind the last; no bound where it is not given. */
  readonly to: Date | undefined
}

export const isWithin = ({ from, to }: Range, moment: Date): boolean =>
  (from === undefined || moment >= from) && (to === undefined || moment < to)

/** Filters of runs, as the server takes them, for those that were created within a range. */
export const createdWithin = (filters: string, { from, to }: Range): string => {
  const createdAt = JSON.stringify({
    createdAt: {
      ...(from === undefined ? {} : { $gte: from.toISOString() }),
      ...(to === undefined ? {} : { $lt: to.toISOString() }),
    },
  })
  return filters === '{}' ? createdAt : `{"$and":[${filters},${createdAt}]}`
}

/** A range cut at moments within it, which ascend. Every moment of it is in exactly one of the ranges. */
export const rangesBetween = (moments: ReadonlyArray<Date>, whole: Range): ReadonlyArray<Range> =>
  [whole.from, ...moments].map((from, index) => ({ from, to: moments[index] ?? whole.to }))

/** Servers cut times off at different places; at a whole second all of them agree. */
export const wholeSecond = (milliseconds: number): Date => new Date(Math.floor(milliseconds / 1000) * 1000)
