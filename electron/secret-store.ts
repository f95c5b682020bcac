import { randomUUID } from 'node:crypto';
import { type ProxySecret, type SecretRef, secretRef } from '../shared/proxy-target.ts';

/** Logins, links and cookies that jobs need, in memory until the app ends. They are never written anywhere. */
export interface SecretStore {
  /** Keeps a secret under `ref`, or under a new reference when that is null. */
  keep(ref: SecretRef | null, secret: ProxySecret): SecretRef;
  /** Null when it was never kept, or by an earlier run of the app. */
  find(ref: SecretRef): ProxySecret | null;
}

/** Makes an empty store. */
export function createSecretStore(): SecretStore {
  const secrets = new Map<SecretRef, ProxySecret>();
  return {
    keep(ref, secret) {
      const kept = ref ?? secretRef.parse(randomUUID());
      secrets.set(kept, secret);
      return kept;
    },
    find: (ref) => secrets.get(ref) ?? null,
  };
}
