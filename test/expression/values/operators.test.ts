import { describe, expect, it } from 'vitest'
import { showType } from '../../../src/expression/types/showType.ts'
import {
  anyType,
  booleanType,
  dateType,
  listType,
  maybeType,
  noneType,
  numberType,
  stringType,
  type Type,
  unionType,
} from '../../../src/expression/types/Type.ts'
import { operatorType, unaryType } from '../../../src/expression/values/operators.ts'

const shown = (type: Type | undefined): string | undefined => type && showType(type)

describe('the type of an operator', () => {
  it.each([
    ['null on the left stays null', operatorType('+', noneType, numberType), 'none'],
    ['null is compared', operatorType('==', noneType, listType(numberType)), 'boolean'],
    ['text and null are text', operatorType('+', stringType, maybeType(stringType)), 'string'],
    ['what may be null gives what may be null', operatorType('*', maybeType(numberType), numberType), 'maybe<number>'],
    ['moments have a distance', operatorType('-', dateType, dateType), 'number'],
    ['lists are gone through', operatorType('>', listType(numberType), numberType), 'list<boolean>'],
    [
      'two lists may differ in length',
      operatorType('+', listType(numberType), listType(numberType)),
      'list<maybe<number>>',
    ],
    ['a list may be anything', operatorType('==', anyType, numberType), 'any'],
    [
      'one of several types may fit',
      operatorType('+', unionType([numberType, stringType]), numberType),
      'maybe<number>',
    ],
    [
      'a list among several types keeps its places where it does not fit',
      operatorType('>=', unionType([stringType, listType(booleanType)]), stringType),
      'boolean | list<none>',
    ],
    [
      'a string is added to the nulls of a list whose other elements it cannot be added to',
      operatorType('+', stringType, listType(unionType([listType(maybeType(dateType)), stringType]))),
      'list<list<maybe<string>> | string>',
    ],
    ['text is no number', operatorType('<', stringType, numberType), undefined],
    ['not goes through lists', unaryType(booleanType, listType(maybeType(booleanType))), 'list<maybe<boolean>>'],
    ['a number has no opposite truth', unaryType(booleanType, numberType), undefined],
  ])('%s', (_title, type, text) => {
    expect(shown(type)).toBe(text)
  })
})
