import type { Operation } from '../../ops/Operation.ts'
import type { HeavyField } from '../../types/run/RunHeavy.ts'
import { bind } from '../compile/bind.ts'
import { recordOperation } from '../compile/lookup.ts'
import { isTagName, readsTag } from '../compile/tags.ts'
import { rootOperation } from '../library/roots.ts'
import type { Chain, Expression, Lambda, Subscript } from '../syntax/Expression.ts'
import { childNodes } from '../syntax/nodes.ts'
import { anyType, innermostType, isListType, type Type } from '../types/Type.ts'
import { isKeyName } from './columnOf.ts'
import { isEmptyProvenance, joinProvenance, Needs, noProvenance, type Provenance } from './Needs.ts'
import type { TypedExpression } from './overRuns.ts'
import { HOST_RUNS, PROJECT_RUNS } from './overRuns.ts'

type Names = ReadonlyMap<string, Provenance>

const heavy: ReadonlySet<string> = new Set<HeavyField>([
  'config',
  'events',
  'files',
  'history',
  'historyKeys',
  'loggedArtifactVersions',
  'summary',
  'sweep',
  'systemMetrics',
  'usedArtifactVersions',
])

/** Operations that pass elements along without reading them; their functions may read them. */
const passing: ReadonlySet<string> = new Set([
  ...['concat', 'dropna', 'filter', 'flatten', 'groupby', 'index', 'join', 'limit', 'map', 'none-coalesce', 'offset'],
  ...['randomlyDownsample', 'sort'],
])

/** Operations that only test for presence. */
const counting: ReadonlySet<string> = new Set(['count', 'isNone'])

/** Operations whose functions return the values of tags, such as `groupkey`. */
const tagging: ReadonlySet<string> = new Set(['groupby', 'join', 'joinAll'])

/** Aggregates that skip `null`. */
const skippingNull: ReadonlySet<string> = new Set(['avg', 'max', 'min', 'stddev', 'sum'])

const run: Provenance = { ...noProvenance, run: true }
const dicts = ['config', 'summary', 'history'] as const

const isDictName = (name: string): name is 'config' | 'history' | 'summary' =>
  name === 'config' || name === 'summary' || name === 'history'

/** Collects what an expression needs of each run. */
export const collectNeeds = (expression: Expression, { types, cells }: TypedExpression): Needs => {
  const needs = new Needs()
  let tagged = noProvenance
  const typeOf = (part: Expression): Type => types.get(part) ?? anyType
  const key = (origin: Provenance, name: string): void => {
    for (const dict of dicts) if (origin[dict]) needs.key(dict, name)
  }
  /** Every row is needed if it matters which rows there are. */
  const rows = ({ history }: Provenance): void => {
    if (history) needs.all('history')
  }

  const askRun = (operation: Operation, args: ReadonlyArray<Expression>): Provenance => {
    const [, name = ''] = operation.name.split('-')
    const read = operation.needs.filter((field): field is HeavyField => heavy.has(field))
    for (const field of read) needs.fields.add(field)
    if (isDictName(name)) return { ...noProvenance, [name]: true }
    const [path] = args
    const [first] = path?._tag === 'List' ? path.items : []
    const isKey = first?._tag === 'Literal' && typeof first.value === 'string'
    if (name === 'configAt' && isKey) needs.key('config', first.value as string)
    else if (name === 'summaryAt' && isKey) needs.key('summary', first.value as string)
    else if (name === 'loggedRuntime') needs.key('summary', '_runtime')
    else for (const field of read) if (isDictName(field)) needs.all(field)
    return noProvenance
  }

  const lambda = ({ parameters, body }: Lambda, given: Provenance, names: Names): Provenance =>
    walk(body, new Map([...names, ...parameters.map((name) => [name, given] as const)]))

  const operation = (node: Chain, name: string, origin: Provenance, names: Names, isKnown: boolean): Provenance => {
    const values = node.args.filter(({ _tag }) => _tag !== 'Lambda').map((arg) => walk(arg, names))
    const all = joinProvenance(origin, ...values)
    const isPassing = passing.has(name) && isKnown
    if (!isPassing && !(counting.has(name) && isKnown)) needs.whole(all)
    if (counting.has(name)) rows(all)
    const results = node.args.flatMap((arg) => (arg._tag === 'Lambda' ? [lambda(arg, all, names)] : []))
    if (name === 'map' && isKnown) return joinProvenance(...results)
    for (const result of results) needs.whole(result)
    if (tagging.has(name)) tagged = joinProvenance(tagged, ...results)
    if (counting.has(name) && isKnown) return noProvenance
    const found = joinProvenance(all, ...results)
    // Other operations, and joins, may put their arguments into dicts.
    return isEmptyProvenance(found) || (isPassing && name !== 'join') ? found : { ...found, isInDict: true }
  }

  /** An aggregate of a metric for which rows without it make no difference. */
  const metricAggregate = ({ name, args, receiver }: Chain, names: Names): Provenance | undefined => {
    if (!skippingNull.has(name) || args.length > 0 || receiver._tag !== 'Subscript') return undefined
    const { receiver: of, key: metric } = receiver
    const isMetric = metric._tag === 'Literal' && typeof metric.value === 'string'
    if (!isMetric || of._tag !== 'Chain' || of.name !== 'history' || of.args.length > 0) return undefined
    if (innermostType(typeOf(of.receiver))._tag !== 'Record') return undefined
    key(walk(of, names), metric.value as string)
    return noProvenance
  }

  const chain = (node: Chain, names: Names): Provenance => {
    const seen = metricAggregate(node, names)
    if (seen !== undefined) return seen
    const { name, nameSpan, args } = node
    const origin = walk(node.receiver, names)
    const type = typeOf(node.receiver)
    const inner = innermostType(type)
    const binding = bind(type, name, nameSpan, cells)
    const isOpen = inner._tag === 'Dict' && Object.keys(inner.entries).length === 0 && inner.others !== undefined
    const isKey = isOpen && !origin.run && args.length === 0
    if (isTagName(name) && args.length === 0 && readsTag(type, name)) {
      const { run: _, ...dict } = origin
      if (isKey) key(origin, name)
      else needs.whole({ ...dict, run: false })
      rows(origin)
      // A value that is not a record may have an entry of that name, which takes precedence over the tag.
      const own = inner._tag === 'Record' ? noProvenance : origin
      return joinProvenance(own, name === 'run' ? run : name === 'project' ? noProvenance : tagged)
    }
    if (inner._tag === 'Dict' && Object.hasOwn(inner.entries, name) && args.length === 0) return origin
    if (isKey && isKeyName(name)) {
      key(origin, name)
      rows(origin)
      return noProvenance
    }
    const asked = recordOperation('run', name)
    const isOfRun = binding?.operation.startsWith('run-') === true
    // A dynamic value may be a run.
    const isDynamic = inner._tag !== 'Record' && inner._tag !== 'Dict' && inner._tag !== 'Scalar'
    if (asked !== undefined && (isOfRun || (isDynamic && origin.run))) {
      const given = askRun(asked, args)
      if (!isDynamic) {
        for (const arg of args) needs.whole(walk(arg, names))
        return given
      }
      const others = operation(node, '', { ...origin, run: false, isInDict: false }, names, false)
      return origin.isInDict ? joinProvenance(given, others, origin) : joinProvenance(given, others)
    }
    const called = binding?.operation ?? ''
    if (inner._tag === 'Record' && called.startsWith(`${inner.receiver}-`)) {
      for (const arg of args) needs.whole(walk(arg, names))
      return binding?.operation !== undefined && /\brun\b/.test(returnType(inner.receiver, name)) ? run : noProvenance
    }
    return operation(node, called, origin, names, isListType(type) || called === 'isNone' || called === 'none-coalesce')
  }

  const subscript = (node: Subscript, names: Names): Provenance => {
    const origin = walk(node.receiver, names)
    needs.whole(walk(node.key, names))
    if (isEmptyProvenance(origin)) return noProvenance
    const type = typeOf(node.receiver)
    const inner = innermostType(type)
    const keyType = innermostType(typeOf(node.key))
    const isIndex = keyType._tag === 'Scalar' && keyType.name === 'number'
    const name = node.key._tag === 'Literal' && typeof node.key.value === 'string' ? node.key.value : undefined
    if (isIndex && isListType(type)) return origin
    if (name !== undefined && !origin.run && !origin.isInDict) {
      key(origin, name)
      rows(origin)
      return noProvenance
    }
    if (name !== undefined && inner._tag === 'Dict') {
      if (Object.hasOwn(inner.entries, name)) return origin
      if (Object.keys(inner.entries).length === 0 && inner.others !== undefined && !origin.run) {
        key(origin, name)
        rows(origin)
        return noProvenance
      }
    }
    if (origin.run && name !== undefined && heavy.has(name)) needs.fields.add(name as HeavyField)
    needs.whole(origin)
    return origin
  }

  const walk = (node: Expression, names: Names): Provenance => {
    const found = visit(node, names)
    return innermostType(typeOf(node))._tag === 'Scalar' ? noProvenance : found
  }

  const visit = (node: Expression, names: Names): Provenance => {
    switch (node._tag) {
      case 'Literal':
        return noProvenance
      case 'Name':
        return names.get(node.name) ?? noProvenance
      case 'List':
        return joinProvenance(...childNodes(node).map((part) => walk(part, names)))
      case 'Dict':
        return { ...joinProvenance(...childNodes(node).map((part) => walk(part, names))), isInDict: true }
      case 'Lambda':
        return lambda(node, noProvenance, names)
      case 'Chain':
        return chain(node, names)
      case 'Subscript':
        return subscript(node, names)
      default: {
        const parts = joinProvenance(...childNodes(node).map((part) => walk(part, names)))
        needs.whole(parts)
        return node._tag === 'Call' && rootOperation(node.name) !== undefined ? parts : noProvenance
      }
    }
  }

  needs.whole(
    walk(
      expression,
      new Map([
        [HOST_RUNS, run],
        [PROJECT_RUNS, run],
      ]),
    ),
  )
  return needs
}

const returnType = (receiver: Operation['receiver'], name: string): string =>
  recordOperation(receiver, name)?.returns.type ?? ''
