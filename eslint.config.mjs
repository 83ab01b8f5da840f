import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** What nothing under publishers/ may know: who calls it, and where things are stored. */
const CALLERS_AND_STORAGE = [
  {
    group: ['@strapi/*', 'knex', 'better-sqlite3', 'pg', 'pg-boss', 'node:sqlite'],
    message: 'publishers/ knows neither Strapi nor a database.',
  },
  { regex: '(^|/)(src|config)/', message: 'Dependencies point one way: src -> publishers.' },
];

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      'dist/',
      '.data/',
      '.tmp/',
      'types/generated/',
      'coverage/',
      'public/',
      '.strapi/',
      'docs/',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.check.json', './src/admin/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/only-throw-error': 'error',
    },
  },
  {
    files: ['publishers/**/*.{ts,tsx}'],
    rules: { 'no-restricted-imports': ['error', { patterns: CALLERS_AND_STORAGE }] },
  },
  {
    files: ['src/delivery/**/*.ts', 'src/editorial/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '(^|/)(api|admin)/', message: 'src/api and src/admin call the engine, not the other way round.' },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        fetch: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        Buffer: 'readonly',
        module: 'writable',
        require: 'readonly',
        __dirname: 'readonly',
        performance: 'readonly',
        AbortSignal: 'readonly',
      },
    },
  },
);
