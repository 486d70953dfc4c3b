/** How many rows of a history one request should bring. */
export const PAGE_ROWS = 5_000
