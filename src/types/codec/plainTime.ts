/** The two-digit number at an index; `NaN` if either character is not a digit. */
const twoDigits = (text: string, at: number): number => {
  const tens = text.charCodeAt(at) - 48
  const ones = text.charCodeAt(at + 1) - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN
}

const hasSeparators = (text: string): boolean =>
  text[4] === '-' && text[7] === '-' && text[10] === 'T' && text[13] === ':' && text[16] === ':'

/**
 * Parses the form that the server nearly always sends, `YYYY-MM-DDTHH:MM:SS` with an optional `Z`, without a regular
 * expression. `undefined` for any other form, values out of range, and years before 100.
 */
export const plainTime = (text: string): Date | undefined => {
  if (text.length !== 19 && !(text.length === 20 && text[19] === 'Z')) return undefined
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2)
  const month = twoDigits(text, 5)
  const day = twoDigits(text, 8)
  const hour = twoDigits(text, 11)
  const minute = twoDigits(text, 14)
  const second = twoDigits(text, 17)
  if (!(year >= 100 && hour < 24 && minute < 60 && second < 60) || !hasSeparators(text)) return undefined
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second))
  // An invalid month or day rolls over into another month.
  return date.getUTCMonth() === month - 1 ? date : undefined
}
