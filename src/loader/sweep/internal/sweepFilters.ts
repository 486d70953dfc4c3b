type Filters = Readonly<Record<string, unknown>>

/** The runs of a sweep, and of those the ones that other filters leave. */
export const sweepFilters = (id: string, filters: Filters | undefined): Filters =>
  filters === undefined ? { sweep: id } : { $and: [{ sweep: id }, filters] }
