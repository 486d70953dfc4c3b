import { relative } from 'node:path'
import * as ts from 'typescript'
import type { PublicDeclaration } from './rules/docTags.ts'

const resolved = (symbol: ts.Symbol, checker: ts.TypeChecker): ts.Symbol =>
  symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol

/** The field of a brand is never read: its name is all that it says. */
const isBrand = (member: ts.PropertySignature): boolean =>
  member.type !== undefined &&
  ts.isTypeOperatorNode(member.type) &&
  member.type.operator === ts.SyntaxKind.UniqueKeyword

const bareFields = (node: ts.Declaration): ReadonlyArray<string> =>
  ts.isInterfaceDeclaration(node)
    ? node.members
        .filter(ts.isPropertySignature)
        .filter((member) => !isBrand(member) && ts.getJSDocCommentsAndTags(member).length === 0)
        .map((member) => member.name.getText())
    : []

const describe = (root: string, name: string, node: ts.Declaration): PublicDeclaration => {
  const source = node.getSourceFile()
  return {
    name,
    path: relative(root, source.fileName).replaceAll('\\', '/'),
    line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1,
    tags: ts.getJSDocTags(node).map(({ tagName }) => tagName.text),
    bareFields: bareFields(node),
  }
}

/** Overloads of a function are documented together: the first stands for all. */
const documented = (declarations: ReadonlyArray<ts.Declaration>): ReadonlyArray<ts.Declaration> => {
  const first = declarations.find(ts.isFunctionDeclaration)
  return declarations.filter((node) => !ts.isFunctionDeclaration(node) || node === first)
}

/** What a module exports; of a namespace, what that exports. */
const exportsOf = (module: ts.Symbol, checker: ts.TypeChecker): ReadonlyArray<ts.Symbol> =>
  checker.getExportsOfModule(module).flatMap((exported) => {
    const symbol = resolved(exported, checker)
    return symbol.flags & ts.SymbolFlags.Module ? exportsOf(symbol, checker) : [symbol]
  })

/** Every declaration in `root` that these entry points export, each once, by file and line. */
export const publicDeclarations = (
  root: string,
  entryPoints: ReadonlyArray<string>,
): ReadonlyArray<PublicDeclaration> => {
  const program = ts.createProgram([...entryPoints], {
    module: ts.ModuleKind.NodeNext,
    allowImportingTsExtensions: true,
    noEmit: true,
    types: [],
  })
  const checker = program.getTypeChecker()
  const symbols = new Set<ts.Symbol>()
  for (const entryPoint of entryPoints) {
    const source = program.getSourceFile(entryPoint)
    const module = source && checker.getSymbolAtLocation(source)
    if (module !== undefined) for (const symbol of exportsOf(module, checker)) symbols.add(symbol)
  }
  return [...symbols]
    .flatMap((symbol) => documented(symbol.declarations ?? []).map((node) => describe(root, symbol.name, node)))
    .sort((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1))
}
