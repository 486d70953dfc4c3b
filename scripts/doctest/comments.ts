import * as ts from 'typescript'

/** Returns the doc comments of a source file, in order and without duplicates. */
export const docComments = (source: ts.SourceFile): ReadonlyArray<ts.JSDoc> => {
  const found = new Map<number, ts.JSDoc>()
  const visit = (node: ts.Node): void => {
    for (const comment of ts.getJSDocCommentsAndTags(node)) if (ts.isJSDoc(comment)) found.set(comment.pos, comment)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return [...found.values()].sort((a, b) => a.pos - b.pos)
}

/** Returns the ordinary comments of a source file, in order and without duplicates. */
export const commentRanges = (source: ts.SourceFile): ReadonlyArray<ts.CommentRange> => {
  const found = new Map<number, ts.CommentRange>()
  const visit = (node: ts.Node): void => {
    const leading = ts.getLeadingCommentRanges(source.text, node.pos) ?? []
    const trailing = ts.getTrailingCommentRanges(source.text, node.end) ?? []
    for (const range of [...leading, ...trailing]) found.set(range.pos, range)
    for (const child of node.getChildren(source)) if (!ts.isJSDoc(child)) visit(child)
  }
  source.statements.forEach(visit)
  visit(source.endOfFileToken)
  return [...found.values()].sort((a, b) => a.pos - b.pos)
}
