import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';

const only = (message, ...group) => ({ group, message });
const mapLibre = only('Only src/map/ knows MapLibre.', 'maplibre-gl', 'maplibre-gl/*');
const restrict = (...patterns) => ({ '@typescript-eslint/no-restricted-imports': ['error', { patterns }] });

export default defineConfig(
  globalIgnores(['dist/', 'public/', 'node_modules/', 'test-results/', 'playwright-report/', '.cache/']),
  js.configs.recommended,
  ts.configs.strict,
  svelte.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: { projectService: true, extraFileExtensions: ['.svelte'], tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      eqeqeq: ['error', 'always'],
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportAllDeclaration', message: 'No barrels: import from the module that holds the thing.' },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
    },
  },
  {
    files: ['**/*.ts', '**/*.svelte'],
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      'svelte/no-at-html-tags': 'error',
      'svelte/no-target-blank': 'error',
      'svelte/button-has-type': 'error',
      // a plain Map or Date that never changes after it is made needs no reactive wrapper
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  {
    files: ['geo/**/*.ts'],
    rules: restrict(
      mapLibre,
      only('geo/ is pure: it never imports from src/.', '**/src/**'),
      only('geo/ is pure: no Svelte, no component.', 'svelte', 'svelte/*', '**/*.svelte', '**/*.svelte.ts', 'bits-ui'),
    ),
  },
  { files: ['src/**/*.ts', 'src/**/*.svelte'], ignores: ['src/map/**'], rules: restrict(mapLibre) },
  {
    files: ['geo/cli.ts', 'geo/sources/extract/**', 'tests/bench/**', 'scripts/**'],
    rules: { 'no-console': 'off' },
  },
  { files: ['**/*.js', '**/*.mjs'], extends: [ts.configs.disableTypeChecked] },
);
