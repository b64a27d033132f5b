import { isatty } from "node:tty";
import type { Grant } from "@polyplug/host";
import { writeFully } from "../stdio/write-fully.ts";

/** What becomes of a stream that a guest writes: shown as it comes, kept for the document, or only counted. */
export type OutputUse = "shown" | "kept" | "discarded";

/** One of the two streams that a guest writes, and what it has written. */
export class GuestOutput {
  readonly use: OutputUse;
  readonly grant: NonNullable<Grant["stdout"]>;
  #bytes = 0;
  readonly #chunks: Uint8Array[] = [];

  /** `maxBytes` as in a grant. Without it what is shown or kept has the default bound, and what is discarded none. */
  constructor(fd: 1 | 2, use: OutputUse, maxBytes: string | number | undefined) {
    this.use = use;
    const write = (chunk: Uint8Array): void => {
      this.#bytes += chunk.length;
      if (use === "shown") writeFully(fd, chunk);
      if (use === "kept") this.#chunks.push(chunk);
    };
    const to = { write, isTTY: use === "shown" && isatty(fd) };
    const bound = maxBytes ?? (use === "discarded" ? Number.MAX_SAFE_INTEGER : undefined);
    this.grant = { to, maxBytes: bound };
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** What was kept, with U+FFFD for what is not UTF-8. */
  get text(): string {
    return Buffer.concat(this.#chunks).toString("utf8");
  }
}
