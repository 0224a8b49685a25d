// Where an inspection is in the folder of a run.

export const inspectionFile = (moment: 'before' | 'after'): string => `inspect-${moment}.json`
