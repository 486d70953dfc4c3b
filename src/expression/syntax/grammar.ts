import { type Node, type Options, Parser, TokenType, tokTypes } from 'acorn'

/** The parts of acorn's parser that plugins use but its types omit. */
interface OpenParser {
  readonly input: string
  readonly type: TokenType
  readonly start: number
  pos: number
  readonly exprAllowed: boolean
  nextToken(): void
  skipSpace(): void
  skipBlockComment(): void
  finishOp(type: TokenType, size: number): void
  readToken_slash(): void
  readToken_eq_excl(code: number): void
  parseExpression(): Node
  parseMaybeAssign(forInit?: unknown): Node
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
const STAR = 42
const EQUALS = 61
const GREATER = 62

/** Parses JavaScript expressions in which `//` divides, `=` compares, and braces after an arrow are a dict. */
class QueryParser extends Open {
  override skipSpace(): void {
    for (;;) {
      const isComment = this.input.charCodeAt(this.pos) === SLASH && this.input.charCodeAt(this.pos + 1) === STAR
      if (isComment) this.skipBlockComment()
      else if (/\s/.test(this.input.charAt(this.pos))) this.pos += 1
      else return
    }
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
