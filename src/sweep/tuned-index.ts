// An index that stands, with the search settings it was tuned to.
import type { SearchSettings } from '../model/vectors/vector-index.js'
import type { ApproximateIndex } from './indexes/index-operators.js'

export interface TunedIndex {
  readonly index: ApproximateIndex
  readonly search: SearchSettings
}
