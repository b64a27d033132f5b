/**
 * Why an exchange failed: those cases of `error-code` that are used.
 *
 * See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/http/wit/types.wit | wasi:http/types, error-code}.
 */
export interface HttpErrorCode {
  readonly tag:
    | "DNS-error"
    | "connection-refused"
    | "connection-terminated"
    | "connection-timeout"
    | "connection-read-timeout"
    | "connection-limit-reached"
    | "TLS-certificate-error"
    | "TLS-protocol-error"
    | "HTTP-request-denied"
    | "HTTP-request-body-size"
    | "HTTP-request-header-section-size"
    | "HTTP-request-method-invalid"
    | "HTTP-request-URI-invalid"
    | "HTTP-response-body-size"
    | "HTTP-response-header-section-size"
    | "HTTP-response-incomplete"
    | "HTTP-response-timeout"
    | "HTTP-protocol-error"
    | "internal-error";
  readonly val?: unknown;
}
