/** Fields of replies that hold a login in clear text: `profile-list`, `proxy-list`. */
const loginFields: ReadonlySet<string> = new Set([
  'username',
  'password',
  'proxy_user',
  'proxy_password',
  'tfa_secret',
]);

/**
 * Takes logins and passwords out of a parsed reply, in place, and cuts a supplier link (`proxy_url`) down to its
 * host. Called before the reply leaves the client, so that no caller can log or show them. The value must not be
 * deeper than the client's limit. The cookies and transfer codes that some calls exist to fetch are kept.
 */
export function dropSecrets(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) dropSecrets(item);
    return;
  }
  const fields = value as Record<string, unknown>;
  // Parsed JSON has no inherited fields; this loop is the cheap one for thousands of equal rows.
  for (const name in fields) {
    const content = fields[name];
    if (typeof content === 'object') dropSecrets(content);
    if (content === '') continue;
    if (loginFields.has(name)) fields[name] = '';
    else if (name === 'proxy_url') fields[name] = hostOfLink(content);
  }
}

/** Host name of a link; empty when the text is not a web address. */
function hostOfLink(link: unknown): string {
  if (typeof link !== 'string') return '';
  const url = URL.parse(link.trim());
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? url.hostname : '';
}
