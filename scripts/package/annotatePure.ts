import * as ts from 'typescript'

const isFunctionLike = (node: ts.Node): boolean => ts.isFunctionLike(node) || ts.isClassLike(node)

/** The positions of the calls that run when a constant of the module is initialized. */
const initializerCalls = (source: ts.SourceFile): ReadonlyArray<number> => {
  const positions: number[] = []
  const visit = (node: ts.Node): void => {
    if (isFunctionLike(node)) return
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) positions.push(node.getStart(source))
    ts.forEachChild(node, visit)
  }
  for (const statement of source.statements)
    if (ts.isVariableStatement(statement))
      for (const { initializer } of statement.declarationList.declarations) if (initializer) visit(initializer)
  return [...new Set(positions)]
}

/**
 * Marks the calls that initialize a module's constants as pure, so that bundlers drop the constants that are not used.
 * The calls of this package only build values, which the architecture test holds.
 */
export const annotatePure = (path: string, code: string): string => {
  const source = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true)
  return initializerCalls(source)
    .toSorted((first, second) => second - first)
    .reduce((text, position) => `${text.slice(0, position)}/* @__PURE__ */ ${text.slice(position)}`, code)
}
