import fc from 'fast-check';

/** `PROPERTY_SEED`, which `npm test` prints, makes every property test run as it did then. */
const seed = process.env['PROPERTY_SEED'];
if (seed !== undefined) fc.configureGlobal({ seed: Number(seed) });
