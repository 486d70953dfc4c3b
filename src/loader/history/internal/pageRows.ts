/** The approximate number of rows per request. */
export const PAGE_ROWS = 5_000

/** How many pages of a history are requested concurrently: enough that the next is ready once one is read. */
export const PAGES_AT_ONCE = 3
