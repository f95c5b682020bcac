/**
 * Host of a supplier's link as it is listed, compared and shown: IPv6 without brackets, notations of IPv4 made plain.
 * Empty for what is no web address.
 */
export function hostOfLink(link: string): string {
  const url = URL.parse(link.trim());
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') return '';
  return url.hostname.replace(/^\[|\]$/g, '');
}
