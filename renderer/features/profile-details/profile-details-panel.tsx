import { useDetailedProfile } from '../../details-request.ts';

/** Not built yet. */
export function ProfileDetailsPanel() {
  const id = useDetailedProfile();
  return id === null ? null : <aside aria-label={String(id)} />;
}
