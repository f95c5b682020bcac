import fc from 'fast-check';

/**
 * Property tests try the same inputs in every run, so that a failure is one that can be repeated. Others are tried
 * with `PROPERTY_SEED=1 npm run test:unit`, any whole number.
 */
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20_261_121) });
