import * as ts from 'typescript'

const watched: ReadonlySet<string> = new Set([
  ...['process', 'Buffer', 'require', '__dirname', '__filename', 'setImmediate', 'global'],
  ...['console', 'fetch', 'crypto', 'performance', 'setTimeout', 'setInterval', 'localStorage', 'document', 'window'],
])

/** A property, a member or a parameter of that name is not the global. */
const isGlobalUse = (node: ts.Identifier): boolean => {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node
  if (ts.isQualifiedName(parent)) return parent.left === node
  if (ts.isShorthandPropertyAssignment(parent)) return true
  return !('name' in parent && parent.name === node) && !('propertyName' in parent && parent.propertyName === node)
}

/** The effect that a node has by itself: `throw`, `Date.now`, `Math.random`, `new Date()`, or a watched global. */
export const effectOf = (node: ts.Node): string | undefined => {
  if (ts.isThrowStatement(node)) return 'throw'
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && (node.arguments?.length ?? 0) === 0)
    return 'new Date()'
  if (ts.isPropertyAccessExpression(node) && ['Date.now', 'Math.random'].includes(node.getText())) return node.getText()
  return ts.isIdentifier(node) && watched.has(node.text) && isGlobalUse(node) ? node.text : undefined
}
