// Bytes, as large as disks and memories are.

export const gibibytes = (bytes: number): string => `${(bytes / 2 ** 30).toFixed(1)} GB`
