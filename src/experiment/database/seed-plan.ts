// Which data a run will seed, known before any server starts: a bad scale or dataset is told at once.
import type { ExtensionName, Scale } from '../../model/dataset.js'
import { loadDataset, type LoadedDataset } from '../../seed/load-dataset.js'
import { resolveScale } from '../../seed/resolve-scale.js'

export interface SeedPlan extends LoadedDataset {
  readonly scale: Scale
  readonly seed: number
}

export async function loadSeedPlan(
  dataset: string,
  scale: string,
  seed: number,
  without: readonly ExtensionName[],
): Promise<SeedPlan> {
  const loaded = await loadDataset(dataset, without)
  return { ...loaded, scale: resolveScale(scale, loaded.dataset), seed }
}
