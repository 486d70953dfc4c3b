const DIGITS = /^\d*$/
const NUMBER = /^([+-]?)([^eE]*)((?:[eE][+-]?\d+)?)$/

/** Parses a number with separators, which may be empty; `null` if the string is not a number. */
export const decimalOf = (text: string, thousands: string, decimal: string): number | null => {
  const [, sign = '', digits = '', exponent = ''] = NUMBER.exec(text.trim()) ?? []
  const point = decimal === '' ? '.' : decimal
  const [whole = '', fraction = '', ...more] = digits.split(point)
  const joined = thousands === '' || thousands === point ? whole : whole.split(thousands).join('')
  if (more.length > 0 || joined + fraction === '' || !DIGITS.test(joined) || !DIGITS.test(fraction)) return null
  return Number(`${sign}${joined === '' ? '0' : joined}.${fraction === '' ? '0' : fraction}${exponent}`)
}
