import { hostOfLink } from '../extraction/host-of-link.ts';

/**
 * Takes logins and passwords out of parsed JSON, in place, and cuts a supplier link (`proxy_url`) down to its host.
 * Called before a reply leaves the client, so that no caller can log or show them. The cookies and transfer codes
 * that some calls exist to fetch are kept. Returns false, with the rest undone, when the value nests deeper than
 * `levels`; it never goes deeper itself.
 */
export function dropSecrets(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (levels === 0) return false;
  if (Array.isArray(value)) {
    for (const item of value) if (!dropSecrets(item, levels - 1)) return false;
    return true;
  }
  const fields = value as Record<string, unknown>;
  // Parsed JSON has no inherited fields; this loop is the cheap one for thousands of equal rows.
  for (const name in fields) {
    const content = fields[name];
    if (typeof content === 'object' && !dropSecrets(content, levels - 1)) return false;
    if (content === '') continue;
    switch (name) {
      case 'proxy_user':
      case 'proxy_password':
        // That there is a login is no secret, and whoever restores a proxy must know it.
        fields.proxy_has_login = true;
        fields[name] = '';
        break;
      case 'username':
      case 'password':
      case 'tfa_secret':
        fields[name] = '';
        break;
      case 'proxy_url':
        fields[name] = typeof content === 'string' ? hostOfLink(content) : '';
    }
  }
  return true;
}
