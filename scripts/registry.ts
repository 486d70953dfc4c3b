/**
 * Generates the registry of operations from their signatures and doc comments. With `--check` it writes nothing and
 * fails if a registry is out of date.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const root = fileURLToPath(new URL('..', import.meta.url))
/** The receivers and their plurals. */
const receivers = {
  artifact: 'artifacts',
  artifactType: 'artifact types',
  artifactVersion: 'artifact versions',
  entity: 'entities',
  file: 'files',
  history: 'histories',
  project: 'projects',
  report: 'reports',
  run: 'runs',
  sweep: 'sweeps',
  user: 'users',
} as const

type Receiver = keyof typeof receivers

interface Entry {
  readonly name: string
  readonly text: string
  readonly file: string
  readonly call: string
}

/** The registry's names of source types. Type parameters are dicts with a type from a codec. */
const typeNames: Readonly<Record<string, string>> = {
  ArtifactVersion: 'artifactVersion',
  ArtifactVersionSource: 'dict',
  C: 'dict',
  HistoryColumn: 'column',
  ConfigDict: 'dict',
  Date: 'date',
  History: 'history',
  HistoryKeys: 'historyKeys',
  HistorySeries: 'series',
  Link: 'dict',
  Path: 'path',
  ReportRuns: 'dict',
  ReportSection: 'dict',
  RunFile: 'file',
  RunId: 'string',
  RunState: 'string',
  S: 'dict',
  StepRange: 'dict',
  StorageId: 'string',
  SummaryDict: 'dict',
  Sweep: 'sweep',
  SweepConfig: 'dict',
  SweepMetric: 'dict',
  SweepState: 'string',
  SystemMetrics: 'dict',
  User: 'user',
  boolean: 'boolean',
  number: 'number',
  'Readonly<Record<string, unknown>>': 'dict',
  string: 'string',
  unknown: 'any',
}

const typeName = (node: ts.TypeNode): string => {
  const text = node.getText()
  const known = Object.hasOwn(typeNames, text) ? typeNames[text] : undefined
  if (known !== undefined) return known
  if (ts.isTypeReferenceNode(node) && node.typeName.getText() === 'ReadonlyArray' && node.typeArguments?.[0])
    return `list<${typeName(node.typeArguments[0])}>`
  if (ts.isUnionTypeNode(node) && node.types.length === 2 && node.types[1]?.getText() === 'undefined' && node.types[0])
    return `maybe<${typeName(node.types[0])}>`
  throw new Error(`${node.getSourceFile().fileName}: the type ${text} has no name in the registry`)
}

/** Returns the fields in a receiver's type: `Pick<RunFields, 'a' | 'b'>` or `{ readonly a: A }`. */
const fieldsOf = (node: ts.TypeNode): ReadonlyArray<string> => {
  if (ts.isTypeLiteralNode(node)) return node.members.map((member) => member.name?.getText() ?? '')
  const picked =
    ts.isTypeReferenceNode(node) && node.typeName.getText() === 'Pick' ? node.typeArguments?.[1] : undefined
  if (picked === undefined)
    throw new Error(`${node.getSourceFile().fileName}: a receiver must be a Pick or an object type`)
  return (ts.isUnionTypeNode(picked) ? picked.types : [picked]).map((literal) => literal.getText().slice(1, -1))
}

/** Returns the signature with all arguments: the first overload of a constant, or that of an arrow function. */
const signatureOf = (declaration: ts.VariableDeclaration): ts.SignatureDeclarationBase => {
  const [first] = declaration.type && ts.isTypeLiteralNode(declaration.type) ? declaration.type.members : []
  if (first && ts.isCallSignatureDeclaration(first)) return first
  if (declaration.initializer && ts.isArrowFunction(declaration.initializer)) return declaration.initializer
  throw new Error(
    `${declaration.getSourceFile().fileName}: ${declaration.name.getText()} must be an arrow function or have a call signature`,
  )
}

const plain = (comment: string | ts.NodeArray<ts.JSDocComment> | undefined): string =>
  (ts.getTextOfJSDocComment(comment) ?? '')
    .replace(/\{@link\s+(\w+)\s*\}/g, '`$1`')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim().replace(/\s*\n\s*/g, ' '))
    .join('\n\n')
    .replace(/^- /, '')

const entryOf = (receiver: string, file: string, declaration: ts.VariableDeclaration): Entry => {
  const call = declaration.name.getText()
  const location = `${file}: ${call}`
  const required = (text: string, what: string): string => {
    if (text === '') throw new Error(`${location} does not document ${what}`)
    return text
  }
  const statement = declaration.parent.parent
  const tag = (name: string) => ts.getJSDocTags(statement).find((found) => found.tagName.text === name)
  const params = ts.getJSDocTags(statement).filter(ts.isJSDocParameterTag)
  const signature = signatureOf(declaration)
  const parameters = signature.parameters.map(({ name, type }, index) => {
    if (type === undefined) throw new Error(`${location}: ${name.getText()} has no type`)
    const described = params.find((param) => param.name.getText() === name.getText())
    return {
      name: name.getText(),
      type: index === 0 ? receiver : typeName(type),
      description: required(plain(described?.comment), name.getText()),
    }
  })
  const [first] = signature.parameters
  if (!first?.type || !signature.type) throw new Error(`${location} has no receiver or no return type`)
  const rest = call.slice(receiver.length)
  const visibility = plain(tag('visibility')?.comment) || 'public'
  if (visibility !== 'public' && visibility !== 'hidden')
    throw new Error(`${location}: @visibility must be public or hidden, got ${visibility}`)
  const doc = ts.getJSDocCommentsAndTags(statement).find(ts.isJSDoc)
  const entry = {
    name: `${receiver}-${rest.charAt(0).toLowerCase()}${rest.slice(1)}`,
    receiver,
    parameters,
    returns: {
      type: typeName(signature.type),
      description: required(plain(tag('returns')?.comment), 'the return value'),
    },
    description: required(plain(doc?.comment), 'the operation'),
    needs: [...fieldsOf(first.type)].sort(),
    visibility,
  }
  return { name: entry.name, file, call, text: JSON.stringify(entry).replace(/\}$/, `, call: ${call} }`) }
}

/** The files of a receiver's operations: `ops/project.ts`, or the files of the folder `ops/run/`. */
const filesOf = (receiver: string): ReadonlyArray<string> => {
  const folder = `${root}src/ops/${receiver}`
  return existsSync(folder) ? readdirSync(folder).map((file) => `${receiver}/${file}`) : [`${receiver}.ts`]
}

const entriesOf = (receiver: string): ReadonlyArray<Entry> =>
  filesOf(receiver)
    .flatMap((file) => {
      const path = `${root}src/ops/${file}`
      const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)
      return source.statements
        .filter(ts.isVariableStatement)
        .filter((statement) => statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
        .filter((statement) => ts.getJSDocTags(statement).some(({ tagName }) => tagName.text === 'category'))
        .flatMap((statement) => [...statement.declarationList.declarations])
        .filter(({ name }) => name.getText().startsWith(receiver))
        .map((declaration) => entryOf(receiver, file, declaration))
    })
    .sort((first, second) => (first.name < second.name ? -1 : 1))

const header = '// Generated by `npx tsx scripts/registry.ts` from the doc comments of the operations.\n'

const registryOf = (receiver: Receiver): string => {
  const entries = entriesOf(receiver)
  const files = [...new Set(entries.map(({ file }) => file))]
  const imports = files.map((file) => {
    const calls = entries.filter((entry) => entry.file === file).map(({ call }) => call)
    return `import { ${calls.join(', ')} } from '../${file}'`
  })
  return `${header}import type { Operation } from '../Operation.ts'
${imports.join('\n')}

/**
 * The operations on ${receivers[receiver]} as data, by name.
 *
 * @category Registry
 * @since 0.1.0
 */
export const ${receiver}Operations: ReadonlyArray<Operation> = [${entries.map(({ text }) => text).join(', ')}]
`
}

const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome')

const format = (path: string, text: string): string => {
  const done = spawnSync(process.execPath, [biome, 'check', '--write', `--stdin-file-path=${path}`], {
    cwd: root,
    input: text,
    encoding: 'utf8',
  })
  if (done.status !== 0) throw new Error(`${path}: ${done.stderr}`)
  return done.stdout
}

const read = (path: string): string | undefined => {
  try {
    return readFileSync(`${root}${path}`, 'utf8')
  } catch {
    return undefined
  }
}

const check = process.argv.includes('--check')

for (const receiver of Object.keys(receivers) as ReadonlyArray<Receiver>) {
  const path = `src/ops/generated/${receiver}.ts`
  const text = format(path, registryOf(receiver))
  if (read(path) === text) continue
  if (check) {
    console.error(`${path} is out of date: run npx tsx scripts/registry.ts`)
    process.exitCode = 1
  } else writeFileSync(`${root}${path}`, text)
}
