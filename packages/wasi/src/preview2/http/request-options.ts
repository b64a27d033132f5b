import { optional, u64 } from "../argument.ts";
import { Resource, serveMethods } from "../resource.ts";

type Duration = bigint | undefined;

/** See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/http/wit/types.wit | wasi:http/types, request-options}. */
export class RequestOptions extends Resource {
  static override readonly wit: string = "wasi:http/types#request-options";
  #connect: Duration;
  #firstByte: Duration;
  #betweenBytes: Duration;

  connectTimeout(): Duration {
    return this.#connect;
  }

  setConnectTimeout(duration: Duration): void {
    this.#connect = optional(u64, duration);
  }

  firstByteTimeout(): Duration {
    return this.#firstByte;
  }

  setFirstByteTimeout(duration: Duration): void {
    this.#firstByte = optional(u64, duration);
  }

  betweenBytesTimeout(): Duration {
    return this.#betweenBytes;
  }

  setBetweenBytesTimeout(duration: Duration): void {
    this.#betweenBytes = optional(u64, duration);
  }

  static {
    serveMethods(RequestOptions);
  }
}

/**
 * The timeouts in milliseconds. When a connection was made nobody tells, so that its timeout bounds the head of the
 * response together with that for the first byte.
 */
export function timeoutsOf(options: RequestOptions | undefined): {
  readonly headTimeout: number | undefined;
  readonly pieceTimeout: number | undefined;
} {
  const [connect, first, between] = [
    options?.connectTimeout(),
    options?.firstByteTimeout(),
    options?.betweenBytesTimeout(),
  ].map((duration) => (duration === undefined ? undefined : Math.max(1, Number(duration) / 1e6)));
  const headTimeout = connect === undefined ? first : connect + (first ?? 0);
  return { headTimeout, pieceTimeout: between };
}
