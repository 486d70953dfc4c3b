/** The server's id of a report from its URL, which leaves out the `=` at the end of the base64. */
export const reportIdOf = (text: string): string => {
  const bare = text.replace(/=+$/, '')
  return bare.padEnd(Math.ceil(bare.length / 4) * 4, '=')
}
