import type { Example, Problem } from './Example.ts'
import { claims, syntaxErrors } from './parse.ts'

interface Edit {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** Edits apply from the end to the start, so that the places still to come stay where they are. */
const edited = (code: string, edits: ReadonlyArray<Edit>): string =>
  [...edits]
    .sort((a, b) => b.from - a.from)
    .reduce((text, { from, to, text: put }) => text.slice(0, from) + put + text.slice(to), code)

/**
 * The program that runs an example: the same code on the lines where it stands in its file, each `// => value` an assertion.
 *
 * @param helper - The specifier of the module that asserts.
 */
export const toProgram = (
  { file, line, code }: Example,
  helper: string,
): { readonly program: string; readonly problems: ReadonlyArray<Problem> } => {
  const lineOf = (position: number): number => line + code.slice(0, position).split('\n').length - 1
  const broken = syntaxErrors(code)
  if (broken.length > 0)
    return { program: '', problems: broken.map(({ start, says }) => ({ file, line: lineOf(start), says })) }

  const problems: Problem[] = []
  const edits: Edit[] = []
  for (const { pos, end, value, expression } of claims(code)) {
    const at = lineOf(pos)
    if (expression === undefined) problems.push({ file, line: at, says: '`// =>` stands behind no expression' })
    else if (syntaxErrors(`(${value})`).length > 0) problems.push({ file, line: at, says: `not a value: ${value}` })
    else {
      edits.push({ from: expression.pos, to: expression.pos, text: 'assertIs(' })
      edits.push({ from: expression.end, to: end, text: `, (${value}), ${JSON.stringify(`${file}:${at}`)});` })
    }
  }
  const imported = edits.length > 0 ? `import { assertIs } from ${JSON.stringify(helper)}\n` : ''
  return { program: `${'\n'.repeat(line - 1)}${edited(code, edits)}\nexport {}\n${imported}`, problems }
}
