// `npm run compare -- order-details` is `npm run rungs -- compare order-details`.
process.argv.splice(2, 0, 'compare');
await import('./rungs.mjs');
