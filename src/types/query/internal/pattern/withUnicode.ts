/**
 * Rewrites syntax that is only valid without the flag `u`: unnecessary backslashes, lone brackets and braces, and a
 * hyphen next to `\w` and similar in a class.
 */
export const withUnicode = (source: string): string =>
  source.replace(/\[(?:\\.|[^\]\\])*\]|\\.|\{\d+(?:,\d*)?\}|[\]{}]/gsu, (token) => {
    if (token.length === 1) return `\\${token}`
    if (token.startsWith('[')) return token.replace(/(\\[dsw])-(?=(?:\\.|[^\]\\-])(?!-))|-(?=\\[dsw])|\\./gisu, inClass)
    return token.startsWith('\\') ? unescaped(token) : token
  })

const inClass = (token: string, before: string | undefined): string => {
  if (before !== undefined) return `${before}\\-`
  return token === '-' || token === '\\-' ? '\\-' : unescaped(token)
}

const unescaped = (token: string): string => (/^\\[A-Za-z0-9$^\\.*+?()[\]{}|/]/.test(token) ? token : token.slice(1))
