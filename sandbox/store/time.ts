/** Milliseconds of a naive UTC time; NaN where it cannot be read. */
export const milliseconds = (time: string): number =>
  Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/i.test(time) ? time : `${time.replace(' ', 'T')}Z`)

/** The spelling of W&B's server: UTC without a zone, whole seconds. */
export const naive = (time: Date | number): string => new Date(time).toISOString().slice(0, 19)
