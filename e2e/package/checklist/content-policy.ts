/** The directives of Content Security Policy Level 3 and of Trusted Types. */
const knownDirectives = new Set([
  'default-src',
  'script-src',
  'script-src-elem',
  'script-src-attr',
  'style-src',
  'style-src-elem',
  'style-src-attr',
  'img-src',
  'font-src',
  'connect-src',
  'media-src',
  'object-src',
  'frame-src',
  'child-src',
  'worker-src',
  'manifest-src',
  'base-uri',
  'form-action',
  'frame-ancestors',
  'sandbox',
  'report-uri',
  'report-to',
  'require-trusted-types-for',
  'trusted-types',
  'upgrade-insecure-requests',
]);

/** The policy of the page: nothing but the app's own files. */
const expectedPolicy: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'none'",
  'worker-src': "'none'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
};

/**
 * What is wrong with a policy. A browser ignores a directive whose name it does not know, so that a
 * misspelt one (`script-src:`) protects nothing; here it is a finding.
 */
export function findPolicyFaults(policy: string): string[] {
  const directives = new Map<string, string>();
  const faults: string[] = [];
  for (const part of policy.split(';').map((text) => text.trim())) {
    const [name = '', ...sources] = part.split(/\s+/);
    if (!knownDirectives.has(name)) faults.push(`The policy has the unknown directive "${name}".`);
    if (directives.has(name)) faults.push(`The policy has the directive "${name}" twice.`);
    directives.set(name, sources.join(' '));
  }
  for (const [name, sources] of Object.entries(expectedPolicy)) {
    const actual = directives.get(name);
    if (actual !== sources) faults.push(`The policy's ${name} is ${actual ?? 'missing'}, not ${sources}.`);
  }
  return faults;
}
