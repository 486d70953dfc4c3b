/** Wraps a sentence into lines no longer than `width`. */
export const wrap = (text: string, width: number): string => {
  const lines: Array<string> = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].map((one) => `${one}\n`).join('')
}
