// Made by tools/sizes.mjs and not edited: "npm run sizes" makes it again.

export const SIZES = {
  'rest-level-0': { clientLines: 132, clientMinifiedBytes: 2871, clientGzipBytes: 1129, serverLines: 906 },
  'rest-level-1': { clientLines: 157, clientMinifiedBytes: 5842, clientGzipBytes: 1522, serverLines: 649 },
  'rest-level-2': { clientLines: 255, clientMinifiedBytes: 6657, clientGzipBytes: 2154, serverLines: 3159 },
  'rest-level-3': { clientLines: 412, clientMinifiedBytes: 11526, clientGzipBytes: 4182, serverLines: 2810 },
  'graphql': { clientLines: 770, clientMinifiedBytes: 14044, clientGzipBytes: 4747, serverLines: 4627 },
} as const;
