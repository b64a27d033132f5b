/** What is between the two ends of a connection, and not between a plugin and a server, or says to whom a request goes. */
const forbidden: ReadonlySet<string> = new Set([
  "connection",
  "expect",
  "host",
  "http2-settings",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/** Whether a plugin may neither set this header nor see it. */
export function isForbiddenHeader(name: string): boolean {
  return forbidden.has(name.toLowerCase());
}

/** See {@link https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2 | RFC 9110, Tokens}: the name of a header, or a method. */
export function isToken(text: string): boolean {
  return /^[\w!#$%&'*+.^`|~-]+$/.test(text);
}

/** See {@link https://www.rfc-editor.org/rfc/rfc9110#section-5.5 | RFC 9110, Field Values}: no controls but the tab, and no space at its ends. */
export function isHeaderValue(value: Uint8Array): boolean {
  const isSpace = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x09;
  if (isSpace(value[0]) || isSpace(value.at(-1))) return false;
  return value.every((byte) => byte === 0x09 || (byte >= 0x20 && byte !== 0x7f));
}
