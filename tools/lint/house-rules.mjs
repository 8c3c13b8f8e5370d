// The rules of the house that no published plugin states, each as the syntax it refuses.
import { builtinModules } from 'node:module';

const TEST_FUNCTION = '/^(it|test|describe|suite|bench)$/';
const FOCUSING_OR_SKIPPING = '/^(only|skip|skipIf|runIf|todo|fails)$/';
const NODE_BUILTIN = `/^(node:|(${builtinModules.map((module) => module.replaceAll('/', '\\u002F')).join('|')})$)/`;

/** @returns {import('eslint').Rule.RuleModule} */
const refuse = (selectors, message) => ({
  meta: { type: 'problem', schema: [], docs: { description: message } },
  create: (context) =>
    Object.fromEntries(selectors.map((selector) => [selector, (node) => context.report({ node, message })])),
});

export const houseRules = {
  meta: { name: 'house' },
  rules: {
    'no-default-export': refuse(
      ['ExportDefaultDeclaration', 'ExportSpecifier[exported.name="default"]'],
      'No default exports: a name that can be searched for is worth more.',
    ),
    'no-inner-barrel': refuse(
      ['ExportAllDeclaration'],
      'Only src/index.ts, the public door of a package, may re-export whole modules.',
    ),
    'no-focused-or-skipped-test': refuse(
      [
        `MemberExpression[object.name=${TEST_FUNCTION}][property.name=${FOCUSING_OR_SKIPPING}]`,
        `MemberExpression[object.object.name=${TEST_FUNCTION}][property.name=${FOCUSING_OR_SKIPPING}]`,
        'CallExpression[callee.name=/^(fit|fdescribe|xit|xtest|xdescribe)$/]',
      ],
      'Every test runs. What does not apply says so as data, with its reason.',
    ),
    'no-dynamic-node-import': refuse(
      [`ImportExpression[source.value=${NODE_BUILTIN}]`],
      'This package also runs in browsers: no Node built-ins.',
    ),
  },
};
