/** Restores the base64 padding of a report's id, which URLs omit. */
export const reportIdOf = (text: string): string => {
  const bare = text.replace(/=+$/, '')
  return bare.padEnd(Math.ceil(bare.length / 4) * 4, '=')
}
