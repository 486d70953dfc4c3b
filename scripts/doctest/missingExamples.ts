import * as ts from 'typescript'
import type { Problem } from './Example.ts'

const isExported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) &&
  (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)

const tagNames = (statement: ts.Statement): ReadonlyArray<string> =>
  ts
    .getJSDocTags(
      ts.isVariableStatement(statement) ? (statement.declarationList.declarations[0] ?? statement) : statement,
    )
    .map(({ tagName }) => tagName.text)

/** Operations are the values that `src/ops` exports, outside `index.ts`, registries and `internal/`. */
const hasOperations = (file: string): boolean =>
  file.startsWith('src/ops/') && !file.includes('/generated/') && !file.endsWith('/index.ts')

/** Reports a file of operations without any example. */
export const missingExamples = (file: string, text: string): ReadonlyArray<Problem> => {
  if (!hasOperations(file)) return []
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const operations = source.statements.filter(
    (statement) =>
      isExported(statement) &&
      (ts.isFunctionDeclaration(statement) || ts.isVariableStatement(statement)) &&
      tagNames(statement).includes('category'),
  )
  const first = operations[0]
  return first === undefined || operations.some((statement) => tagNames(statement).includes('example'))
    ? []
    : [{ file, line: source.getLineAndCharacterOfPosition(first.getStart(source)).line + 1, message: 'no @example' }]
}
