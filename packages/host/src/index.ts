export { type ContractDifference, PluginError, type PluginErrorCode, ResultError } from "@polyplug/errors";
export type {
  Capability,
  FileChange,
  Grant,
  HttpGrant,
  KeyValueBucket,
  LogEntry,
  PluginFiles,
} from "@polyplug/wasi";
export { type ContractFit, checkPlugin } from "./check-plugin.ts";
export type { EventListener, PluginEvent } from "./events/plugin-event.ts";
export { type PluginEvents, type PluginEventsOptions, pluginEvents } from "./events/plugin-events.ts";
export type { PluginStats } from "./events/plugin-stats.ts";
export type { BareExports, BareFunction } from "./exports/bare-function.ts";
export type {
  ExportInfo,
  ExternInfo,
  ImportInfo,
  Inspection,
  MemoryInfo,
  PluginInfo,
  ProducerInfo,
} from "./info/plugin-info.ts";
export { inspectPlugin } from "./inspect-plugin.ts";
export type { Around, CallInterceptor } from "./intercept/call-interceptor.ts";
export type { CallSite } from "./intercept/call-site.ts";
export type { Limits } from "./limits/limits.ts";
export type { HostFunction } from "./link/host-function.ts";
export type { HostImports, HostInterface } from "./link/link-imports.ts";
export { type LinkedPlugins, type LinkedSource, linkPlugins } from "./link-plugins.ts";
export type { AnywhereOptions, ApartOptions, ContractOptions, LoadOptions, SuspendingOptions } from "./load-options.ts";
export { loadPlugin } from "./load-plugin.ts";
export type { PluginMetadata } from "./metadata/plugin-metadata.ts";
export { abandonedThreads } from "./platform/abandoned-threads.ts";
export type { Plugin, PluginMemory } from "./plugin.ts";
export { createPool } from "./pool/create-pool.ts";
export type { ApartPoolOptions, Pool, PooledExports, PoolOptions, RunOptions } from "./pool/pool.ts";
export { type ReadOptions, readPlugin } from "./read-plugin.ts";
export type { RecordOptions } from "./record/record-options.ts";
export { replayCalls } from "./record/replay-calls.ts";
export type { ReplayDifference, ReplayFault, ReplayOutcome } from "./record/replay-outcome.ts";
export type { OnFault, RestartBounds } from "./restart/on-fault.ts";
export type { PluginSource, ReadableStreamLike, ResponseLike } from "./source/plugin-source.ts";
export type { SuspendingPlugin } from "./suspension/suspending-plugin.ts";
export type { ApartExports, ApartImports, ApartValue } from "./tiers/apart-exports.ts";
export type { ApartFiles } from "./tiers/apart-files.ts";
export type { ApartPlugin } from "./tiers/apart-plugin.ts";
export type { Apart, Isolation } from "./tiers/isolation.ts";
export { type Contract, defineContract } from "./typed/contract.ts";
export { watchPlugin } from "./watch/watch-plugin.ts";
export type {
  ApartWatchOptions,
  PluginSwap,
  SuspendingWatchOptions,
  WatchedPlugin,
  WatchHooks,
  WatchOptions,
} from "./watch/watched-plugin.ts";
