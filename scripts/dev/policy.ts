/** What Vite's development server needs beyond the product's own policy: inline code for refreshing, its socket. */
const NEEDED: Record<string, (sockets: readonly string[]) => readonly string[]> = {
  'script-src': () => ["'unsafe-inline'"],
  'style-src': () => ["'unsafe-inline'"],
  'connect-src': (sockets) => sockets,
};

/**
 * A page's Content-Security-Policy for development: the product's with what Vite needs, and nothing else. It is made from the
 * templates' policy, so that a source that is missing there is missing in development too.
 */
export function devPolicy(policy: string, sockets: readonly string[]): string {
  return policy
    .split(';')
    .map((directive) => directive.trim())
    .filter(Boolean)
    .map((directive) => {
      const [name = ''] = directive.split(' ');
      return [directive, ...(NEEDED[name]?.(sockets) ?? [])].join(' ');
    })
    .join('; ');
}
