/** How many rows of a history one request should bring. */
export const PAGE_ROWS = 5_000

/** How many pages of one history are asked for at once: enough that the next is there when one is read. */
export const PAGES_AT_ONCE = 3
