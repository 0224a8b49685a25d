// A planted violation: proof that a check reads the code and still bites.
import { rmSync, writeFileSync } from 'node:fs'

/** Plants files ({ path: text }), runs `check`, and takes them away again whatever happens. */
export function withPlanted(files, check) {
  try {
    for (const [path, text] of Object.entries(files)) writeFileSync(path, text)
    return check()
  } finally {
    for (const path of Object.keys(files)) rmSync(path, { force: true })
  }
}
