/** Where the page of a school is, below the server's public address. */
export function schoolPath(code: string): string {
  return `/scuola/${encodeURIComponent(code)}`;
}
