import { onTestFinished } from 'vitest';
import { type DemoApi, type DemoOptions, startDemoApi } from './server.ts';

/** A demo of 40 profiles, all closed, that ends with the test. */
export async function startTestDemo(options: DemoOptions = {}): Promise<DemoApi> {
  const api = await startDemoApi({ profiles: 40, seed: 7, ...options });
  onTestFinished(() => api.close());
  const { openProfileIds } = await api.control('state.get', {});
  await api.control('profiles.touch', { changes: [{ kind: 'close', profileIds: openProfileIds }] });
  return api;
}
