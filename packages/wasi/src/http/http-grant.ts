/** Where a plugin may send requests to by `wasi:http`, and how much. Unknown keys are refused with `bad-argument`. */
export interface HttpGrant {
  /**
   * The origins, such as `"https://api.example.com"` or `"http://127.0.0.1:8080"`: scheme, host and port have to be the
   * same, and there are no wildcards. An IP address is reached only where it stands here itself. What a redirect leads to
   * is the plugin's to ask for, and is looked up here like any other request.
   */
  readonly allow: readonly string[];
  /** Bytes of the body of one response, decompressed, as a number or such as `"4MiB"`. Default 1 MiB. */
  readonly maxResponse?: number | string | undefined;
  /** Bytes of the body of one request. Default 1 MiB. */
  readonly maxRequest?: number | string | undefined;
  /** The longest that the head of a response, and each further piece of it, may take. Default `"30s"`. */
  readonly timeout?: string | undefined;
}
