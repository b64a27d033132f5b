/**
 * Where a plugin comes from: a path or URL as text, a URL (`file:`, `http:`, `https:`, `data:`, `blob:`), the bytes
 * themselves, or a `Response` whose body has not been read yet.
 */
export type PluginSource = string | URL | Uint8Array | ArrayBuffer | ResponseLike;

/** The part of the Fetch standard's `Response` that is used; any object of this shape will do. */
export interface ResponseLike {
  readonly ok: boolean;
  readonly status: number;
  readonly url: string;
  readonly bodyUsed: boolean;
  readonly body: AsyncIterable<Uint8Array> | ReadableStreamLike | null;
}

/** The part of a `ReadableStream` of bytes that is used. */
export interface ReadableStreamLike {
  getReader(): {
    read(): Promise<{ done: boolean; value?: Uint8Array | undefined }>;
    cancel(reason?: unknown): Promise<void>;
  };
}
