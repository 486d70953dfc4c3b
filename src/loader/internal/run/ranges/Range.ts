/** A range of time. */
export interface Range {
  /** The start, inclusive; unbounded if `undefined`. */
  readonly from: Date | undefined
  /** The end, exclusive; unbounded if `undefined`. */
  readonly to: Date | undefined
}

export const isWithin = ({ from, to }: Range, time: Date): boolean =>
  (from === undefined || time >= from) && (to === undefined || time < to)

/** Restricts serialized filters of runs to those created in a range. */
export const createdWithin = (filters: string, { from, to }: Range): string => {
  const createdAt = JSON.stringify({
    createdAt: {
      ...(from === undefined ? {} : { $gte: from.toISOString() }),
      ...(to === undefined ? {} : { $lt: to.toISOString() }),
    },
  })
  return filters === '{}' ? createdAt : `{"$and":[${filters},${createdAt}]}`
}

/** Splits a range at ascending times. The parts neither overlap nor leave gaps. */
export const rangesBetween = (cuts: ReadonlyArray<Date>, whole: Range): ReadonlyArray<Range> =>
  [whole.from, ...cuts].map((from, index) => ({ from, to: cuts[index] ?? whole.to }))

/** Rounds down to a whole second, because servers differ in their precision below it. */
export const wholeSecond = (milliseconds: number): Date => new Date(Math.floor(milliseconds / 1000) * 1000)
