import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';

const only = (message, ...group) => ({ group, message });
const mapLibre = only('Only src/map/ knows MapLibre.', 'maplibre-gl', 'maplibre-gl/*');
const restrict = (...patterns) => ({ '@typescript-eslint/no-restricted-imports': ['error', { patterns }] });

const barrel = {
  selector: 'ExportAllDeclaration',
  message: 'No barrels: import from the module that holds the thing.',
};
const LOCALE_MESSAGE = 'Numbers, days, lists and names in a language come from src/text/locale.ts alone.';
const locale = [
  { selector: 'MemberExpression[object.name="Intl"]', message: LOCALE_MESSAGE },
  { selector: 'CallExpression[callee.property.name=/^(toLocale.*String|localeCompare)$/]', message: LOCALE_MESSAGE },
];
const wordCase = {
  selector: 'CallExpression[callee.property.name=/^to(Locale)?(Lower|Upper)Case$/]',
  message: 'Not every language has two cases: give the word within a sentence as a word of its own in src/text/.',
};
const WORDS_MESSAGE = 'Words on screen live in src/text/: write a message with named values.';
const LETTERS = '/\\p{L}/u';
const NAMING =
  '/^(aria-(label|description|roledescription|valuetext|placeholder)|title|placeholder|alt|label|legend)$/';
const words = [
  { selector: `:not(SvelteStyleElement) > SvelteText[value=${LETTERS}]`, message: WORDS_MESSAGE },
  { selector: `SvelteAttribute[key.name=${NAMING}] > SvelteLiteral[value=${LETTERS}]`, message: WORDS_MESSAGE },
  {
    selector: `SvelteAttribute[key.name=${NAMING}] > SvelteLiteral ~ SvelteMustacheTag`,
    message: 'A sentence is one message with named values, not pieces put together in markup.',
  },
  {
    selector:
      ':matches(SvelteElement, SvelteIfBlock, SvelteElseBlock, SvelteEachBlock) > SvelteText[value=/[,;:·–(]\\s*$/] + SvelteMustacheTag',
    message: 'A sentence is one message with named values, not pieces put together in markup.',
  },
];

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
      'no-duplicate-imports': 'error',
      'no-restricted-syntax': ['error', barrel],
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
      only('geo/ is pure: it never imports from src/.', '**/src/**', '!hyparquet/**'),
      only('geo/ is pure: no Svelte, no component.', 'svelte', 'svelte/*', '**/*.svelte', '**/*.svelte.ts', 'bits-ui'),
    ),
  },
  { files: ['src/**/*.ts', 'src/**/*.svelte'], ignores: ['src/map/**'], rules: restrict(mapLibre) },
  {
    files: ['src/**/*.ts', 'src/**/*.svelte'],
    ignores: ['src/text/locale.ts'],
    rules: { 'no-restricted-syntax': ['error', barrel, ...locale] },
  },
  {
    files: ['src/{panels,timeline,charts}/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', barrel, ...locale, wordCase] },
  },
  {
    files: ['src/**/*.svelte'],
    rules: { 'no-restricted-syntax': ['error', barrel, ...locale, wordCase, ...words] },
  },
  {
    files: ['geo/cli.ts', 'geo/sources/extract/**', 'tests/bench/**', 'scripts/**'],
    rules: { 'no-console': 'off' },
  },
  { files: ['**/*.js', '**/*.mjs'], extends: [ts.configs.disableTypeChecked] },
);
