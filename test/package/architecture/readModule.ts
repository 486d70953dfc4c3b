import * as ts from 'typescript'
import { effectOf } from './effectOf.ts'
import type { Module } from './Module.ts'

const isOnlyTypes = (statement: ts.Statement): boolean =>
  ts.isImportDeclaration(statement) ||
  ts.isExportDeclaration(statement) ||
  ts.isInterfaceDeclaration(statement) ||
  ts.isTypeAliasDeclaration(statement) ||
  (ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword))

const isReexport = (statement: ts.Statement): boolean =>
  ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined

const exportsDefault = (node: ts.Node): boolean =>
  ts.isExportAssignment(node) ||
  node.kind === ts.SyntaxKind.DefaultKeyword ||
  (ts.isExportSpecifier(node) && node.name.text === 'default') ||
  (ts.isNamespaceExport(node) && node.name.text === 'default')

const specifierOf = (node: ts.Node): ts.Node | undefined => {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier
  if (ts.isImportTypeNode(node)) return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined
  if (ts.isExternalModuleReference(node)) return node.expression
  return ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
    ? node.arguments[0]
    : undefined
}

const isExported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) &&
  (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)

const isFunction = (node: ts.Node): boolean =>
  ts.isFunctionDeclaration(node) ||
  (ts.isVariableDeclaration(node) && node.initializer !== undefined && ts.isArrowFunction(node.initializer))

/** The named declarations that a statement exports. */
const exportedBy = (statement: ts.Statement): ReadonlyArray<ts.NamedDeclaration> => {
  if (!isExported(statement)) return []
  return ts.isVariableStatement(statement)
    ? [...statement.declarationList.declarations]
    : [statement as ts.Node as ts.NamedDeclaration]
}

const namesOf = (declarations: ReadonlyArray<ts.NamedDeclaration>): ReadonlyArray<string> => [
  ...new Set(declarations.flatMap(({ name }) => (name !== undefined && ts.isIdentifier(name) ? [name.text] : []))),
]

/** The facts about a source file that the rules judge. An import whose specifier is computed counts as `<computed>`. */
export const readModule = (path: string, text: string): Module => {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const imports: string[] = []
  const reexports: string[] = []
  const effects: string[] = []
  let defaultExport = false

  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node)
    if (specifier !== undefined) {
      const name = ts.isStringLiteralLike(specifier) ? specifier.text : '<computed>'
      imports.push(name)
      if (ts.isExportDeclaration(node)) reexports.push(name)
    }
    const effect = effectOf(node)
    if (effect !== undefined) effects.push(effect)
    defaultExport ||= exportsDefault(node) && !ts.isCaseOrDefaultClause(node.parent)
    node.getChildren(source).forEach(visit)
  }
  source.statements.forEach(visit)

  return {
    path,
    imports,
    reexports,
    runtime: !source.statements.every(isOnlyTypes),
    onlyReexports: source.statements.length > 0 && source.statements.every(isReexport),
    defaultExport,
    exports: namesOf(source.statements.flatMap(exportedBy)),
    values: namesOf(source.statements.filter((statement) => !isOnlyTypes(statement)).flatMap(exportedBy)),
    functions: namesOf(source.statements.flatMap(exportedBy).filter(isFunction)),
    packageDoc: (ts.getLeadingCommentRanges(text, 0) ?? []).some(({ pos, end }) =>
      text.slice(pos, end).includes('@packageDocumentation'),
    ),
    effects: [...new Set(effects)],
  }
}
