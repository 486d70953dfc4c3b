/** The maximum number of consecutive pages without a new record, after which a list counts as endless. */
export const BARREN_PAGES = 100
