/** Unit tests import publishers/ and src/ directly; nothing here needs a build of the product. */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  transform: {
    '^.+\\.(t|j|mj)sx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2022',
          transform: { react: { runtime: 'automatic', importSource: 'preact' } },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: ['/node_modules/(?!(marked|fast-bmp|iobuffer|parse5|entities|commonmark\\.json)/)'],
  // Milliseconds; far beyond what any test takes, because the machine may be busy with other things.
  testTimeout: 120_000,
};
