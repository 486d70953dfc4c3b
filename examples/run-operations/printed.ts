/** Captures the lines that a program prints. */
export const printed = (program: () => void): ReadonlyArray<string> => {
  const { log, warn } = console
  const lines: Array<string> = []
  console.log = console.warn = (line: unknown) => {
    lines.push(String(line))
  }
  try {
    program()
  } finally {
    Object.assign(console, { log, warn })
  }
  return lines
}
