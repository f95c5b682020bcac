import type { JobTiming } from './jobs/operation.ts';
import type { ClientLimits } from './local-api/client.ts';
import type { ServiceDeadlines } from './service-cache/service-cache.ts';

const writeMs = 3_000;
const writeMsPerId = 20;

/**
 * Waits for tests that play a lost request: in the order of the published ones, and short. Client and jobs have the
 * same deadline for a write, as they do without it.
 */
export const shortDeadlines: {
  readonly limits: Partial<ClientLimits>;
  readonly timing: JobTiming;
  readonly service: ServiceDeadlines;
} = {
  limits: { writeMs, writeMsPerId },
  timing: {
    writeDeadlineMs: (count) => writeMs + writeMsPerId * count,
    settleGraceMs: 200,
    secondLookMs: 500,
  },
  service: { clearMs: writeMs, probeMs: writeMs },
};
