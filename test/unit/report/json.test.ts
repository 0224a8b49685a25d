import { expect, test } from 'vitest'
import { resultSchema } from '../../../src/model/result.js'
import { renderJson } from '../../../src/report/json.js'
import { makeResult } from '../../support/result.js'

test('reads back as the same result', () => {
  const result = makeResult()
  expect(resultSchema.parse(JSON.parse(renderJson(result)))).toEqual(result)
})

test('is indented by two and ends in a newline, for diffs', () => {
  expect(renderJson(makeResult())).toMatch(/^\{\n {2}"schemaVersion": 3,\n[^]*\n\}\n$/)
})

test('holds no command that CI reads in a log, and reads back unchanged', () => {
  const title = '##[error]x ##vso[task.setvariable]y ##teamcity[z] \\##[w] ## v'
  const result = makeResult({ scenario: { ...makeResult().scenario, title } })
  expect(renderJson(result)).not.toMatch(/##(?:vso|teamcity)?\[/)
  expect(resultSchema.parse(JSON.parse(renderJson(result)))).toEqual(result)
})
