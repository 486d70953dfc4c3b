export { jsonText } from '../types/wire/jsonText.ts'
