import type { Example, Problem } from './Example.ts'
import { claims, syntaxErrors, topVariables } from './parse.ts'
import { untypedParameters } from './untypedParameters.ts'

interface Edit {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** Applies edits from the end to the start, so that earlier positions stay valid. */
const applyEdits = (code: string, edits: ReadonlyArray<Edit>): string =>
  [...edits]
    .sort((a, b) => b.from - a.from)
    .reduce((text, { from, to, text: replacement }) => text.slice(0, from) + replacement + text.slice(to), code)

/**
 * Converts an example to a program: the code stays on its line numbers, and each `// => value` becomes an assertion.
 *
 * @param helper - The specifier of the module with `assertIs`.
 */
export const toProgram = (
  { file, line, code, language, runs, typed }: Example,
  helper: string,
): { readonly program: string; readonly problems: ReadonlyArray<Problem> } => {
  const lineOf = (position: number): number => line + code.slice(0, position).split('\n').length - 1
  const broken = syntaxErrors(code)
  if (broken.length > 0)
    return { program: '', problems: broken.map(({ start, message }) => ({ file, line: lineOf(start), message })) }

  const problems: Problem[] = []
  const inserted = (text: string, places: ReadonlyArray<number>): Edit[] =>
    places.map((at) => ({ from: at, to: at, text }))
  const edits = [
    ...inserted(': any', language === 'js' ? untypedParameters(code) : []),
    // What a program that is not run leaves to the reader would be an unused variable.
    ...inserted('export ', runs ? [] : topVariables(code)),
  ]
  for (const { pos, end, value, expression } of claims(code)) {
    const at = lineOf(pos)
    if (expression === undefined) problems.push({ file, line: at, message: '`// =>` must follow an expression' })
    else if (syntaxErrors(`(${value})`).length > 0)
      problems.push({ file, line: at, message: `invalid value: ${value}` })
    else {
      edits.push({ from: expression.pos, to: expression.pos, text: 'assertIs(' })
      edits.push({ from: expression.end, to: end, text: `, (${value}), ${JSON.stringify(`${file}:${at}`)});` })
    }
  }
  const head = typed ? '' : '// @ts-nocheck'
  const imported = edits.some(({ text }) => text === 'assertIs(')
    ? `import { assertIs } from ${JSON.stringify(helper)}\n`
    : ''
  return { program: `${head}${'\n'.repeat(line - 1)}${applyEdits(code, edits)}\nexport {}\n${imported}`, problems }
}
