// `indexproof doctor`: can a run start here?
export { diagnose } from '../server/diagnose.js'
export { isReady, type Diagnosis } from '../server/diagnose/diagnosis.js'
