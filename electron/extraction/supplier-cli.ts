import { startSupplierServer } from './supplier-server.ts';

// A supplier in a process of its own, for specs: a first line `{"port":…}`, then a line for each request.
const supplier = await startSupplierServer(() => process.stdout.write('request\n'));
process.stdout.write(`${JSON.stringify({ port: supplier.port })}\n`);
process.once('SIGTERM', () => void supplier.close());
