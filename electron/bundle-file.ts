import path from 'node:path';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Maps a URL to a file inside the folder; null for every URL that would leave it. */
export function toBundleFile(folder: string, url: string): { path: string; contentType: string } | null {
  if (!URL.canParse(url)) return null;
  const { host, pathname } = new URL(url);
  if (host !== 'bundle') return null;
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    // A percent sign that starts no valid escape.
    return null;
  }
  if (/[\\\0%]/.test(decoded)) return null;
  // Without its leading slash, because path.resolve would take "/index.html" as an absolute path.
  const resolved = path.resolve(folder, decoded.replace(/^\/+/, ''));
  const relative = path.relative(folder, resolved);
  const contentType = contentTypes[path.extname(resolved)];
  if (relative === '' || relative.startsWith('..') || path.isAbsolute(relative) || !contentType) return null;
  return { path: resolved, contentType };
}
