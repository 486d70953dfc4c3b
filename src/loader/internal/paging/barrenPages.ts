/**
 * How many pages in a row that bring nothing new are followed to the next: none of them is the end, and a list that
 * never brings anything would have none.
 */
export const BARREN_PAGES = 100
