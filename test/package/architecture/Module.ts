/** What the rules look at in a source file. Paths start at the root of the repository and have `/` between their parts. */
export interface Module {
  readonly path: string
  /** Every specifier: static, dynamic, type-only and re-exporting. */
  readonly imports: ReadonlyArray<string>
  /** The specifiers of `export … from`; they are among the imports too. */
  readonly reexports: ReadonlyArray<string>
  /** False where there is nothing but types and re-exports. */
  readonly runtime: boolean
  /** True where every statement is an `export … from`. */
  readonly onlyReexports: boolean
  readonly defaultExport: boolean
  /** The names of exported declarations, types included; re-exports are not among them. */
  readonly exports: ReadonlyArray<string>
  /** The exported names that exist at run time. */
  readonly values: ReadonlyArray<string>
  /** The exported functions: function declarations, and constants that hold an arrow function. */
  readonly functions: ReadonlyArray<string>
  /** True where a comment has `@packageDocumentation`. */
  readonly packageDoc: boolean
  /** Names of globals that do something or that only Node has, and `throw`. */
  readonly effects: ReadonlyArray<string>
}

/** What an import rule needs. */
export type Importing = Pick<Module, 'path' | 'imports'>
