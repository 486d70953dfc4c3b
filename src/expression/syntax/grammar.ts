import { type Node, type Options, Parser, TokenType, tokTypes } from 'acorn'

/** The parts of acorn's parser that plugins use but its types omit. */
interface OpenParser {
  readonly input: string
  type: TokenType
  readonly start: number
  pos: number
  value: unknown
  exprAllowed: boolean
  nextToken(): void
  skipSpace(): void
  skipBlockComment(): void
  skipLineComment(start: number): void
  finishOp(type: TokenType, size: number): void
  finishToken(type: TokenType, value: unknown): void
  readEscapedChar(inTemplate: boolean): string
  readString(quote: number): void
  readToken_slash(): void
  readToken_eq_excl(code: number): void
  parseExpression(): Node
  parseMaybeAssign(forInit?: unknown): Node
  parseExprOp(left: Node, start: number, location: unknown, precedence: number, forInit: unknown): Node
  parseFunctionBody(node: Node, isArrow: boolean, isMethod: boolean, forInit: unknown): void
  checkParams(node: Node, allowDuplicates: boolean): void
  exitScope(): void
  raise(position: number, message: string): never
  unexpected(position?: number): never
}

type Body = Node & { body: Node; expression: boolean }

const Open = Parser as unknown as new (options: Options, input: string) => OpenParser

const OpenTokenType = TokenType as unknown as new (label: string, rules: object) => TokenType

const floorDivision = new OpenTokenType('//', { beforeExpr: true, binop: 10 })

const SLASH = 47
const BACKSLASH = 92
const STAR = 42
const EQUALS = 61
const GREATER = 62

/** The operators that W&B writes as words. */
const words: ReadonlyMap<unknown, readonly [type: TokenType, operator: string]> = new Map([
  ['and', [tokTypes.logicalAND, '&&'] as const],
  ['or', [tokTypes.logicalOR, '||'] as const],
])

/**
 * Parses JavaScript expressions in which `//` divides, `=` compares, `and` and `or` are operators, a string may contain line
 * breaks, and braces after an arrow are a dict.
 */
class QueryParser extends Open {
  override skipSpace(): void {
    for (;;) {
      const [code, next] = [this.input.charCodeAt(this.pos), this.input.charCodeAt(this.pos + 1)]
      if (code === SLASH && next === STAR) this.skipBlockComment()
      else if (code === SLASH && next === SLASH && this.isLineComment()) this.skipLineComment(2)
      else if (/\s/.test(this.input.charAt(this.pos))) this.pos += 1
      else if (code === BACKSLASH && /^\\\r?\n/.test(this.input.slice(this.pos, this.pos + 3))) this.pos += 1
      else return
    }
  }

  /** Whether `//` starts a comment: first in its line, or where an operand is expected. */
  isLineComment(): boolean {
    let before = this.pos - 1
    while (/[^\S\n\r\u2028\u2029]/.test(this.input.charAt(before))) before -= 1
    return this.exprAllowed || before < 0 || /[\n\r\u2028\u2029]/.test(this.input.charAt(before))
  }

  override readString(quote: number): void {
    let text = ''
    this.pos += 1
    for (let start = this.pos; ; ) {
      const code = this.input.charCodeAt(this.pos)
      if (Number.isNaN(code)) this.raise(this.start, 'Unterminated string constant')
      if (code === quote || code === BACKSLASH) text += this.input.slice(start, this.pos)
      if (code === quote) break
      if (code === BACKSLASH) {
        text += this.readEscapedChar(false)
        start = this.pos
      } else this.pos += 1
    }
    this.pos += 1
    this.finishToken(tokTypes.string, text)
  }

  override parseExprOp(left: Node, start: number, location: unknown, precedence: number, forInit: unknown): Node {
    const word = this.type === tokTypes.name ? words.get(this.value) : undefined
    if (word !== undefined) {
      ;[this.type, this.value] = word
      this.exprAllowed = true
    }
    return super.parseExprOp(left, start, location, precedence, forInit)
  }

  override readToken_slash(): void {
    if (this.exprAllowed) this.raise(this.pos, 'Unexpected /')
    if (this.input.charCodeAt(this.pos + 1) === SLASH) this.finishOp(floorDivision, 2)
    else super.readToken_slash()
  }

  override readToken_eq_excl(code: number): void {
    const next = this.input.charCodeAt(this.pos + 1)
    if (code === EQUALS && next !== EQUALS && next !== GREATER) this.finishOp(tokTypes.equality, 1)
    else super.readToken_eq_excl(code)
  }

  override parseFunctionBody(node: Body, isArrow: boolean, isMethod: boolean, forInit: unknown): void {
    const isBlock =
      this.type === tokTypes.braceL && /^\{\s*return\b/.test(this.input.slice(this.start, this.start + 200))
    if (!isArrow || isBlock || this.type !== tokTypes.braceL) {
      super.parseFunctionBody(node, isArrow, isMethod, forInit)
      return
    }
    node.body = this.parseMaybeAssign(forInit)
    node.expression = true
    this.checkParams(node, false)
    this.exitScope()
  }
}

/** The tree of the text's only expression, as acorn has it. Throws what acorn throws. */
export const parseTree = (text: string): Node => {
  const parser = new QueryParser({ ecmaVersion: 2022, sourceType: 'module' }, text)
  parser.nextToken()
  const tree = parser.parseExpression()
  if (parser.type !== tokTypes.eof) parser.unexpected()
  return tree
}
