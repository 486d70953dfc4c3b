import * as ts from 'typescript'
import { entryPointsOf } from '../../../scripts/package/entryPoints.ts'

/** What the entry points offer, as far as guides have to name it. */
export interface GuideApi {
  /** The names that each entry point exports, by its specifier. */
  readonly exports: ReadonlyMap<string, ReadonlySet<string>>
  readonly values: ReadonlyArray<string>
  readonly types: ReadonlyArray<string>
  /** The types that stand for themselves: no exported value has them in its signature, or in that of its types. */
  readonly ownTypes: ReadonlyArray<string>
  readonly options: ReadonlyArray<string>
  readonly tags: ReadonlyArray<string>
}

const isInternal = (symbol: ts.Symbol): boolean => symbol.getJsDocTags().some(({ name }) => name === 'internal')

const resolved = (symbol: ts.Symbol, checker: ts.TypeChecker): ts.Symbol =>
  symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol

/** The symbols of the types that a declaration names, outside of the bodies of functions. */
const namedTypes = (node: ts.Node, checker: ts.TypeChecker): ReadonlyArray<ts.Symbol> => {
  const found: ts.Symbol[] = []
  const visit = (child: ts.Node): void => {
    if (ts.isBlock(child)) return
    if (ts.isIdentifier(child)) {
      const symbol = checker.getSymbolAtLocation(child)
      if (symbol !== undefined) found.push(resolved(symbol, checker))
    }
    ts.forEachChild(child, visit)
  }
  visit(node)
  return found
}

/** Every type that the values lead to, by their signatures, the members of those types, and so on. */
const reachable = (values: ReadonlyArray<ts.Symbol>, checker: ts.TypeChecker): ReadonlySet<ts.Symbol> => {
  const seen = new Set<ts.Symbol>()
  const waiting = [...values]
  for (let symbol = waiting.pop(); symbol !== undefined; symbol = waiting.pop()) {
    if (seen.has(symbol)) continue
    seen.add(symbol)
    for (const node of symbol.declarations ?? [])
      if (!node.getSourceFile().fileName.includes('/node_modules/')) waiting.push(...namedTypes(node, checker))
  }
  return seen
}

/** The literals of `_tag` in a type. */
const tagsOf = (type: ts.Type, checker: ts.TypeChecker): ReadonlyArray<string> =>
  (type.isUnion() ? type.types : [type]).flatMap((one) => {
    const tag = one.getProperty('_tag')
    const of = tag && checker.getTypeOfSymbol(tag)
    return (of?.isUnion() ? of.types : [of]).flatMap((literal) => (literal?.isStringLiteral() ? [literal.value] : []))
  })

const sorted = (names: Iterable<string>): ReadonlyArray<string> => [...new Set(names)].sort()

/** Reads the exports of every entry point with the type checker. */
export const readGuideApi = (root: string): GuideApi => {
  const sources = new Map(
    entryPointsOf(root).flatMap(({ types, default: bundle }) =>
      types === undefined || !/^\.\/dist\/\w+\.js$/.test(bundle)
        ? []
        : [
            [
              bundle === './dist/index.js'
                ? 'wandb-run-ops'
                : bundle.replace(/^\.\/dist\/(\w+)\.js$/, 'wandb-run-ops/$1'),
              types.replace('./dist/declarations/', `${root}src/`).replace(/\.d\.ts$/, '.ts'),
            ],
          ],
    ),
  )
  const program = ts.createProgram([...sources.values()], {
    module: ts.ModuleKind.NodeNext,
    strict: true,
    // The types of pages are slow to load, and no name of ours depends on them.
    lib: ['lib.es2023.d.ts'],
    allowImportingTsExtensions: true,
    noEmit: true,
    types: [],
  })
  const checker = program.getTypeChecker()
  const exportsOf = (file: string): ReadonlyArray<ts.Symbol> => {
    const source = program.getSourceFile(file)
    const module = source && checker.getSymbolAtLocation(source)
    return module === undefined ? [] : checker.getExportsOfModule(module)
  }
  const exports = new Map([...sources].map(([name, file]) => [name, new Set(exportsOf(file).map(({ name }) => name))]))
  const symbols = [
    ...new Set([...sources.values()].flatMap(exportsOf).map((symbol) => resolved(symbol, checker))),
  ].filter((symbol) => !isInternal(symbol))
  const values = symbols.filter(({ flags }) => flags & (ts.SymbolFlags.Value | ts.SymbolFlags.Module))
  const types = symbols.filter(({ flags }) => flags & ts.SymbolFlags.Type)
  const led = reachable(values, checker)
  const declared = (pattern: RegExp) =>
    types.filter(({ name }) => pattern.test(name)).map((symbol) => checker.getDeclaredTypeOfSymbol(symbol))
  return {
    exports,
    // A namespace is named after its file.
    values: sorted(values.map(({ name }) => name).filter((name) => !name.startsWith('"'))),
    types: sorted(types.map(({ name }) => name)),
    ownTypes: sorted(types.filter((symbol) => !led.has(symbol)).map(({ name }) => name)),
    options: sorted(
      declared(/(Query|Options|Selection|Download|Limits)$/).flatMap((type) =>
        type.getProperties().map(({ name }) => name),
      ),
    ),
    tags: sorted(declared(/(Error|Reason|Failure)$/).flatMap((type) => tagsOf(type, checker))),
  }
}
