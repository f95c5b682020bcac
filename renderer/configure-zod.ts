import { config } from 'zod';

// zod tries `new Function` once to see whether it may compile its schemas. The content security policy
// refuses that and reports it as a violation, so it is told not to try. Imported before any schema is.
config({ jitless: true });
