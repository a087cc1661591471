import modules, { tests } from './.dependency-cruiser.mjs';

/**
 * Which folders must not go round in a circle, tests aside: a test may reach up. Run by build/check/architecture.ts beside the rules for
 * single modules.
 */
export default {
  forbidden: [
    {
      name: 'no-folder-cycles',
      severity: 'error',
      scope: 'folder',
      from: {},
      to: { circular: true },
    },
  ],
  options: { ...modules.options, exclude: { path: `${modules.options.exclude.path}|${tests}` } },
};
