// Which indexes of the migration earn their keep.
import type { AttributedIndex, Attribution, IndexEffect, Overlap } from '../../model/attribution.js'
import { comparisonKey, pairWithout } from '../../model/comparison.js'
import type { Evidence, EvidenceHeader } from '../../model/evidence.js'
import type { IndexFacts, IndexUse } from '../../model/index-facts.js'
import type { ComparisonResult } from '../../model/result.js'
import { judgeEffect } from '../judge/judge-effect.js'
import { withOpenSides } from '../judge/judgement.js'
import type { Conclusions } from './conclusions.js'
import { findOverlaps } from './find-overlaps.js'
import { judgeIndex } from './judge-index.js'
import { judgeSubset } from './judge-subset.js'

/** Null where the migration is in neither arm, or left no index. */
export function attributeIndexes(
  { header, subsets }: Evidence,
  conclusions: Conclusions,
): Attribution | null {
  const facts = header.indexes
  if (facts === null) return null
  const overlaps = findOverlaps(facts.shapes)
  return {
    indexes: ownIndexes(header).map((index) => attributeIndex(index, facts, overlaps, header, conclusions)),
    overlaps,
    subsets: subsets.map((choice) => judgeSubset(choice, header, conclusions)),
  }
}

/** schema.name of the migration's, but for the parts of partitioned ones: they come and go with the whole. */
function ownIndexes({ migration, indexes }: EvidenceHeader): readonly string[] {
  const parts = new Set(indexes?.shapes.filter(({ partOf }) => partOf !== null).map(({ index }) => index))
  return migration.indexes.map(({ schema, name }) => `${schema}.${name}`).filter((name) => !parts.has(name))
}

function attributeIndex(
  index: string,
  facts: IndexFacts,
  overlaps: readonly Overlap[],
  header: EvidenceHeader,
  conclusions: Conclusions,
): AttributedIndex {
  const shape = facts.shapes.find((candidate) => candidate.index === index)
  const overlap = overlaps.find((candidate) => candidate.index === index)
  const effects = facts.uses
    .filter((use) => use.index === index)
    .map((use) => effectOf(use, header, conclusions))
    .sort((a, b) => (b.speedup?.estimate ?? 1) - (a.speedup?.estimate ?? 1))
  const circumstances = {
    constraint: shape?.constraint ?? null,
    twin: twinOf(index, overlaps),
    untimed: untimedText(facts),
    smallestEffect: header.policy.smallestEffect,
  }
  return {
    index,
    ...judgeIndex(effects, circumstances),
    duplicateOf: overlap?.kind === 'duplicate' ? overlap.of : null,
    prefixOf: overlap?.kind === 'prefix' ? overlap.of : null,
    enforcesUniqueness: shape?.unique ?? false,
    effects,
  }
}

/** Whichever of the two could better go. */
function twinOf(index: string, overlaps: readonly Overlap[]): string | null {
  const twins = overlaps.filter(({ kind }) => kind === 'duplicate')
  const own = twins.find((overlap) => overlap.index === index)
  return own?.of ?? twins.find(({ of }) => of === index)?.index ?? null
}

const untimedText = ({ leaveOneOut }: IndexFacts): string =>
  leaveOneOut === 'off'
    ? 'leaving one index out was switched off'
    : 'the time budget had no room for leaving it out'

function effectOf(
  { query, index, via, instead }: IndexUse,
  header: EvidenceHeader,
  conclusions: Conclusions,
): IndexEffect {
  const effect =
    header.migration.indexes.length === 1
      ? effectOfAll(query, conclusions)
      : conclusions.comparisons.find(
          (comparison) => comparisonKey(comparison) === comparisonKey({ query, pair: pairWithout(index) }),
        )
  const { verdict, speedup } = effect ?? { verdict: 'not timed' as const, speedup: null }
  return { query, via, instead, verdict, speedup }
}

/** Of a single index: leaving it out is what the arm `before` does. */
function effectOfAll(
  name: string,
  { queries, delta }: Conclusions,
): Pick<ComparisonResult, 'verdict' | 'speedup'> | undefined {
  const query = queries.find((candidate) => candidate.name === name)
  if (query === undefined) return undefined
  const { speedup } = query
  if (query.verdict === 'void') return { verdict: 'void', speedup }
  const bounded = speedup === null ? null : withOpenSides(speedup)
  return { verdict: bounded === null ? 'inconclusive' : judgeEffect(bounded, delta).verdict, speedup }
}
