/** The two digits at a place of a text as a number, and `NaN` where there are others than digits. */
const two = (text: string, at: number): number => {
  const tens = text.charCodeAt(at) - 48
  const ones = text.charCodeAt(at + 1) - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN
}

const hasMarks = (text: string): boolean =>
  text[4] === '-' && text[7] === '-' && text[10] === 'T' && text[13] === ':' && text[16] === ':'

/**
 * The moment that a text of the form `YYYY-MM-DDTHH:MM:SS`, with or without `Z` behind it, names in UTC: what the server
 * nearly always sends, read without a pattern. `undefined` for all that is not of this form, not in range, or before the
 * year 100.
 */
export const plainTime = (text: string): Date | undefined => {
  if (text.length !== 19 && !(text.length === 20 && text[19] === 'Z')) return undefined
  const year = two(text, 0) * 100 + two(text, 2)
  const month = two(text, 5)
  const day = two(text, 8)
  const hour = two(text, 11)
  const minute = two(text, 14)
  const second = two(text, 17)
  if (!(year >= 100 && hour < 24 && minute < 60 && second < 60) || !hasMarks(text)) return undefined
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second))
  // A month, or a day of it, that there is not lies in another month.
  return date.getUTCMonth() === month - 1 ? date : undefined
}
