/** The origins that requests may go to, as the URL parser writes them. */
export type Origins = ReadonlySet<string>;

/** An origin as it is written in a grant, in the words of the URL parser; undefined for what is more or less than one. */
export function parseOrigin(text: unknown): string | undefined {
  if (typeof text !== "string" || !/^https?:\/\//i.test(text)) return undefined;
  const url = parseUrl(text);
  if (url === undefined || url.username !== "" || url.password !== "") return undefined;
  // What the parser would drop or read as a path is a mistake, such as a wildcard for paths that does not hold.
  const rest = text.slice(text.indexOf("//") + 2);
  if (/[/\\?#@\s]/.test(rest.replace(/\/$/, "")) || url.host.includes("*")) return undefined;
  return url.origin;
}

/**
 * The whole address of a request if it goes to one of the origins. It is put together from parts of which each is known
 * to be no more than that: an authority without credentials and a path with its slash. What is fetched is what the parser
 * made of it, so that nobody else's reading counts.
 */
export function allowedUrl(origins: Origins, scheme: string, authority: string, path: string): string | undefined {
  if (!isAuthority(authority) || !isPath(path) || (scheme !== "http" && scheme !== "https")) return undefined;
  const { origin } = parseUrl(`${scheme}://${authority}`) ?? {};
  if (origin === undefined || !origins.has(origin)) return undefined;
  const url = parseUrl(`${origin}${path}`);
  if (url === undefined || url.origin !== origin || url.username !== "" || url.password !== "") return undefined;
  return url.href;
}

/**
 * A host and a port, without credentials and escapes.
 *
 * See {@link https://www.rfc-editor.org/rfc/rfc3986#section-3.2 | RFC 3986, Authority}.
 */
export function isAuthority(text: string): boolean {
  return /^(?:[\w.~!$&'()*+,;=-]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?$/.test(text);
}

/** A path that begins with a slash, and its query. See {@link https://www.rfc-editor.org/rfc/rfc3986#section-3.3 | RFC 3986, Path}. */
export function isPath(text: string): boolean {
  return /^\/[!"$-~]*$/.test(text);
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
