import type { HistorySeries } from '../series.ts'

/** Freezes a series. */
export const seriesOf = (steps: Float64Array, values: Float64Array): HistorySeries => Object.freeze({ steps, values })
