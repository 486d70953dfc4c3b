/** Parses a time, by default UTC, to milliseconds; NaN if it is invalid. */
export const parseTime = (time: string): number =>
  Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/i.test(time) ? time : `${time.replace(' ', 'T')}Z`)

/** Formats a time as W&B's server does: UTC without a zone, in whole seconds. */
export const formatTime = (time: Date | number): string => new Date(time).toISOString().slice(0, 19)
