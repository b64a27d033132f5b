import type { HttpErrorCode } from "./http-error-code.ts";

const codes: readonly (readonly [pattern: RegExp, tag: HttpErrorCode["tag"]])[] = [
  [/^(ENOTFOUND|EAI_)/, "DNS-error"],
  [/^ECONNREFUSED$/, "connection-refused"],
  [/^(ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/, "connection-timeout"],
  [/^(ECONNRESET|EPIPE|UND_ERR_SOCKET)$/, "connection-terminated"],
  [/^UND_ERR_HEADERS_TIMEOUT$/, "HTTP-response-timeout"],
  [/^UND_ERR_BODY_TIMEOUT$/, "connection-read-timeout"],
  [/^UND_ERR_HEADERS_OVERFLOW$/, "HTTP-response-header-section-size"],
  [/^UND_ERR_RES_CONTENT_LENGTH_MISMATCH$/, "HTTP-response-incomplete"],
  [/^HPE_/, "HTTP-protocol-error"],
  [/CERT|SELF_SIGNED|UNABLE_TO/, "TLS-certificate-error"],
  [/^(ERR_SSL|ERR_TLS|EPROTO)/, "TLS-protocol-error"],
];

/**
 * Why `fetch` failed, as far as its causes tell; what they say in words is not for the guest. There is no standard for
 * them: the codes are those of Node.js and of undici, its client.
 */
export function fetchFailure(thrown: unknown): HttpErrorCode {
  let cause: unknown = thrown;
  for (let depth = 0; depth < 5 && typeof cause === "object" && cause !== null; depth++) {
    const { code, name }: { code?: unknown; name?: unknown } = cause;
    // Of what cannot be parsed there is not always a code.
    const known = name === "HTTPParserError" ? "HPE_" : code;
    const [, tag] = codes.find(([pattern]) => typeof known === "string" && pattern.test(known)) ?? [];
    if (tag !== undefined) return { tag, val: tag === "DNS-error" ? {} : undefined };
    cause = "cause" in cause ? cause.cause : undefined;
  }
  return { tag: "internal-error", val: undefined };
}
