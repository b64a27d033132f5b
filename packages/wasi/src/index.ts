export { parseByteCount } from "./capabilities/byte-count.ts";
export { parseDuration } from "./capabilities/duration.ts";
export { memoryBucket } from "./capabilities/memory-bucket.ts";
export type { OutputBudget } from "./capabilities/output-bound.ts";
export type { Capability } from "./capability.ts";
export {
  type ClockGrant,
  type Grant,
  grantKeys,
  type Input,
  type Output,
  type OutputGrant,
  type RandomGrant,
  type Sink,
} from "./grant.ts";
export type { HttpErrorCode } from "./http/http-error-code.ts";
export { type HttpExchanges, openHttpExchanges } from "./http/http-exchanges.ts";
export type { HttpGrant } from "./http/http-grant.ts";
export type { HttpHead, HttpHeader, HttpRequest, HttpTransport } from "./http/http-transport.ts";
export { createPreview1, type Preview1 } from "./preview1/create-preview1.ts";
export type { Errno } from "./preview1/errno.ts";
export type { LinearMemory } from "./preview1/guest-memory.ts";
export type { ImportFunction } from "./preview1/import-function.ts";
export { preview1Capabilities } from "./preview1/preview1-capabilities.ts";
export { type CoreSignature, type Preview1Name, preview1Signatures } from "./preview1/signatures.ts";
export { createPreview2 } from "./preview2/create-preview2.ts";
export type { Preview2 } from "./preview2/preview2.ts";
export { preview2Capabilities } from "./preview2/preview2-capabilities.ts";
export { type End, EndSignal, isEndSignal } from "./process/end-signal.ts";
export type { GuestLife } from "./process/guest-life.ts";
export type { WasiFace } from "./process/wasi-face.ts";
export type { WasiPlugin } from "./process/wasi-plugin.ts";
export type {
  KeyPage,
  KeyValueBucket,
  LogEntry,
  LoggingGrant,
  LogLevel,
  LogSink,
  MemoryBucketGrant,
} from "./service-grants.ts";
export type { FileChange, PluginFiles } from "./tree/file-change.ts";
export { FileTree } from "./tree/file-tree.ts";
export type { DirectoryImage, FileImage, Image, SymlinkImage } from "./tree/image.ts";
export type { TreeContent } from "./tree/image-of.ts";
export { isEntryName, leadsWithin } from "./tree/path.ts";
export { Snapshot } from "./tree/snapshot.ts";
export { type TreeOptions, tree } from "./tree/tree.ts";
