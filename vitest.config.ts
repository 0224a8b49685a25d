import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Most of what integration tests take is waiting for servers and budgets: two at once, also on two cores.
    maxWorkers: 2,
    // Long enough for a machine that others use: no test is about time.
    projects: [
      { test: { name: 'unit', include: ['test/unit/**/*.test.ts'], testTimeout: 60_000 } },
      {
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
