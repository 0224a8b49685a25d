// What came of the checks of a scenario, and of the statements that it says fail.
import type { Evidence } from '../../model/evidence.js'
import type {
  CheckAnswer,
  CheckFacts,
  CheckResult,
  FailFacts,
  FailResult,
} from '../../model/scenario-checks.js'
import { isServerTrouble } from '../../model/server-trouble.js'

export const judgeChecks = ({ header, checks }: Evidence): CheckResult[] =>
  header.checks.map((facts) => {
    const answerOf = (arm: 'before' | 'after'): CheckAnswer | null =>
      checks.findLast((line) => line.check === facts.name && line.arm === arm)?.answer ?? null
    const answers = { before: answerOf('before'), after: answerOf('after') }
    return { ...facts, ...judgeCheck(facts, answers), ...answers }
  })

type Judgement = Pick<CheckResult, 'verdict' | 'reason'>
type Answers = Pick<CheckResult, 'before' | 'after'>

function judgeCheck({ when }: CheckFacts, answers: Answers): Judgement {
  const arms = when === 'both' ? (['before', 'after'] as const) : [when]
  const judged = arms.map((arm) => ({ arm, ...judgeAnswer(answers[arm]) }))
  const worst = ORDER.flatMap((verdict) => judged.filter((one) => one.verdict === verdict))
  const [first] = worst
  if (first === undefined) return NOT_ASKED
  const told = worst.filter(({ verdict }) => verdict === first.verdict)
  const reason = told.map((one) => (when === 'both' ? `${one.arm}: ${one.reason}` : one.reason)).join('; ')
  return { verdict: first.verdict, reason }
}

/** What speaks against it comes first. */
const ORDER = ['refuted', 'void', 'confirmed'] as const

const NOT_ASKED: Judgement = { verdict: 'void', reason: 'the run ended before it was asked' }

function judgeAnswer(answer: CheckAnswer | null): Judgement {
  if (answer === null) return NOT_ASKED
  if (answer.state === 'void') return { verdict: 'void', reason: answer.reason }
  return { verdict: answer.passed ? 'confirmed' : 'refuted', reason: answer.detail }
}

export const judgeFails = ({ header, fails }: Evidence): FailResult[] =>
  header.fails.map((facts) => {
    const line = fails.findLast(({ fail }) => fail === facts.name)
    const failure = line?.failure ?? null
    if (line === undefined) return { ...facts, ...NOT_ASKED, failure }
    return { ...facts, ...judgeFail(facts, failure), failure }
  })

function judgeFail({ sqlstate }: FailFacts, failure: FailResult['failure']): Judgement {
  if (failure === null) return { verdict: 'refuted', reason: 'PostgreSQL ran it without an error' }
  const reason = `${failure.message} (SQLSTATE ${failure.sqlstate})`
  if (sqlstate === null || sqlstate === failure.sqlstate) return { verdict: 'confirmed', reason }
  if (isServerTrouble(failure.sqlstate)) return { verdict: 'void', reason }
  return { verdict: 'refuted', reason: `it fails, but not with ${sqlstate}: ${reason}` }
}
