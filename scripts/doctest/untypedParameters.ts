import * as ts from 'typescript'

const isFunction = (node: ts.Node): node is ts.ArrowFunction | ts.FunctionExpression | ts.FunctionDeclaration =>
  ts.isArrowFunction(node) || ts.isFunctionExpression(node) || ts.isFunctionDeclaration(node)

/** Whether nothing around a function could tell the types of its parameters, as the argument of a call does. */
const standsAlone = (node: ts.Node): boolean => {
  if (ts.isFunctionDeclaration(node)) return true
  const { parent } = node
  if (ts.isVariableDeclaration(parent) || ts.isExportAssignment(parent)) return true
  if (ts.isReturnStatement(parent)) {
    const around = ts.findAncestor(parent, isFunction)
    return around !== undefined && standsAlone(around)
  }
  const passesOn =
    ts.isParenthesizedExpression(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isObjectLiteralExpression(parent) ||
    ts.isArrayLiteralExpression(parent) ||
    ts.isConditionalExpression(parent) ||
    ts.isArrowFunction(parent)
  return passesOn && standsAlone(parent)
}

/**
 * Returns where a program in JavaScript needs `: any` to be type-checked strictly: after the parameters whose types only an
 * annotation could tell.
 */
export const untypedParameters = (code: string): ReadonlyArray<number> => {
  const source = ts.createSourceFile('example.ts', code, ts.ScriptTarget.Latest, true)
  const found: number[] = []
  const visit = (node: ts.Node): void => {
    if (isFunction(node) && standsAlone(node))
      for (const { type, initializer, name } of node.parameters)
        if (type === undefined && initializer === undefined) found.push(name.end)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}
