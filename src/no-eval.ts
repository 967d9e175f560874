import * as z from 'zod/mini';

// Zod tries `new Function` when a schema is made, which the content policy forbids and the browser reports as a breach.
// Imported before anything that makes a schema, in the page and in every worker.
z.config({ jitless: true });
