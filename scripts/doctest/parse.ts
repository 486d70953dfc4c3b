import * as ts from 'typescript'
import { commentRanges } from './comments.ts'

/** Returns the syntax errors of a program. */
export const syntaxErrors = (code: string): ReadonlyArray<{ readonly start: number; readonly message: string }> =>
  (
    ts.transpileModule(code, { reportDiagnostics: true, compilerOptions: { target: ts.ScriptTarget.ES2022 } })
      .diagnostics ?? []
  ).map(({ start = 0, messageText }) => ({ start, message: ts.flattenDiagnosticMessageText(messageText, ' ') }))

/** A comment that states the value of an expression. */
export interface Claim {
  readonly pos: number
  readonly end: number
  /** The source text of the value. */
  readonly value: string
  /** The expression before it, which ends on the same line. */
  readonly expression: { readonly pos: number; readonly end: number } | undefined
}

const mark = /^\/\/\s*=>\s*/

/** Returns every `// => value` of a program, in order. */
export const claims = (code: string): ReadonlyArray<Claim> => {
  const source = ts.createSourceFile('example.ts', code, ts.ScriptTarget.Latest, true)
  const expressions = new Map<number, Claim['expression']>()
  const visit = (node: ts.Node): void => {
    if (ts.isExpressionStatement(node))
      for (const { pos } of ts.getTrailingCommentRanges(code, node.end) ?? [])
        expressions.set(pos, { pos: node.expression.getStart(source), end: node.expression.end })
    ts.forEachChild(node, visit)
  }
  visit(source)
  return commentRanges(source)
    .map(({ pos, end }) => ({ pos, end, text: code.slice(pos, end), expression: expressions.get(pos) }))
    .filter(({ text }) => mark.test(text))
    .map(({ pos, end, text, expression }) => ({ pos, end, value: text.replace(mark, ''), expression }))
}

/** Returns where the declarations of variables begin that stand outside of any block. */
export const topVariables = (code: string): ReadonlyArray<number> => {
  const source = ts.createSourceFile('example.ts', code, ts.ScriptTarget.Latest, true)
  return source.statements
    .filter((statement) => ts.isVariableStatement(statement) && (statement.modifiers ?? []).length === 0)
    .map((statement) => statement.getStart(source))
}
