/** `YYYY-MM-DD HH:MM:SS` of an epoch time in milliseconds, that many minutes east of UTC. */
export function toTextTime(epochMilliseconds: number, offsetMinutes: number): string {
  const shifted = new Date(epochMilliseconds + offsetMinutes * 60_000);
  return shifted.toISOString().slice(0, 19).replace('T', ' ');
}
