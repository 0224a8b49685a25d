// The clocks of this process.

export const monotonicNs = (): number => Number(process.hrtime.bigint())
