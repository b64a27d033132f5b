import { createPreview2, type Grant, type GuestLife, type Preview2 } from "@polyplug/wasi";

/** What the interfaces have that tests call, as TypeScript sees the values of WIT. */
export interface Pollable extends Disposable {
  ready(): boolean;
  block(): void;
}

export interface InputStream extends Disposable {
  read(length: bigint): Uint8Array;
  blockingRead(length: bigint): Uint8Array;
  skip(length: bigint): bigint;
  blockingSkip(length: bigint): bigint;
  subscribe(): Pollable;
}

export interface OutputStream extends Disposable {
  checkWrite(): bigint;
  write(contents: Uint8Array): void;
  blockingWriteAndFlush(contents: Uint8Array): void;
  flush(): void;
  blockingFlush(): void;
  subscribe(): Pollable;
  writeZeroes(length: bigint): void;
  blockingWriteZeroesAndFlush(length: bigint): void;
  splice(source: InputStream, length: bigint): bigint;
  blockingSplice(source: InputStream, length: bigint): bigint;
}

export interface Datetime {
  readonly seconds: bigint;
  readonly nanoseconds: number;
}

interface Interfaces {
  "wasi:cli/environment": {
    getEnvironment(): [string, string][];
    getArguments(): string[];
    initialCwd(): string | undefined;
  };
  "wasi:cli/exit": { exit(status: { tag: "ok" | "err" }): void; exitWithCode(code: number): void };
  "wasi:cli/stdin": { getStdin(): InputStream };
  "wasi:cli/stdout": { getStdout(): OutputStream };
  "wasi:cli/stderr": { getStderr(): OutputStream };
  "wasi:cli/terminal-stdin": { getTerminalStdin(): unknown };
  "wasi:cli/terminal-stdout": { getTerminalStdout(): unknown };
  "wasi:cli/terminal-stderr": { getTerminalStderr(): unknown };
  "wasi:clocks/monotonic-clock": {
    now(): bigint;
    resolution(): bigint;
    subscribeInstant(when: bigint): Pollable;
    subscribeDuration(when: bigint): Pollable;
  };
  "wasi:clocks/wall-clock": { now(): Datetime; resolution(): Datetime };
  "wasi:filesystem/preopens": { getDirectories(): [Descriptor, string][] };
  "wasi:filesystem/types": { filesystemErrorCode(error: unknown): string | undefined };
  "wasi:io/poll": { poll(pollables: readonly Pollable[]): ArrayLike<number> };
  "wasi:random/random": { getRandomBytes(length: bigint): Uint8Array; getRandomU64(): bigint };
  "wasi:random/insecure": { getInsecureRandomBytes(length: bigint): Uint8Array; getInsecureRandomU64(): bigint };
  "wasi:random/insecure-seed": { insecureSeed(): [bigint, bigint] };
  "wasi:sockets/instance-network": { instanceNetwork(): object };
  "wasi:sockets/ip-name-lookup": { resolveAddresses(network: object, name: string): unknown };
  "wasi:sockets/network": { networkErrorCode(error: unknown): string | undefined };
  "wasi:sockets/tcp-create-socket": { createTcpSocket(family: string): unknown };
  "wasi:sockets/udp-create-socket": { createUdpSocket(family: string): unknown };
}

export interface DescriptorStat {
  readonly type: string;
  readonly linkCount: bigint;
  readonly size: bigint;
  readonly dataAccessTimestamp: Datetime;
  readonly dataModificationTimestamp: Datetime;
  readonly statusChangeTimestamp: Datetime;
}

export type NewTimestamp =
  | { readonly tag: "no-change" | "now" }
  | { readonly tag: "timestamp"; readonly val: Datetime };

export interface PathFlags {
  readonly symlinkFollow?: boolean;
}

/** As a guest sees it; flags that are left out are not set. */
export interface Descriptor {
  readViaStream(offset: bigint): InputStream;
  writeViaStream(offset: bigint): OutputStream;
  appendViaStream(): OutputStream;
  advise(offset: bigint, length: bigint, advice: string): void;
  syncData(): void;
  getFlags(): Readonly<Record<string, boolean>>;
  getType(): string;
  setSize(size: bigint): void;
  setTimes(accessed: NewTimestamp, modified: NewTimestamp): void;
  read(length: bigint, offset: bigint): [Uint8Array, boolean];
  write(buffer: Uint8Array, offset: bigint): bigint;
  readDirectory(): { readDirectoryEntry(): { type: string; name: string } | undefined; [Symbol.dispose](): void };
  sync(): void;
  createDirectoryAt(path: string): void;
  stat(): DescriptorStat;
  statAt(pathFlags: PathFlags, path: string): DescriptorStat;
  setTimesAt(pathFlags: PathFlags, path: string, accessed: NewTimestamp, modified: NewTimestamp): void;
  linkAt(pathFlags: PathFlags, path: string, to: Descriptor, newPath: string): void;
  openAt(
    pathFlags: PathFlags,
    path: string,
    openFlags: { readonly create?: boolean; directory?: boolean; exclusive?: boolean; truncate?: boolean },
    flags: { readonly read?: boolean; write?: boolean; mutateDirectory?: boolean; dataIntegritySync?: boolean },
  ): Descriptor;
  readlinkAt(path: string): string;
  removeDirectoryAt(path: string): void;
  renameAt(path: string, to: Descriptor, newPath: string): void;
  symlinkAt(target: string, path: string): void;
  unlinkFileAt(path: string): void;
  isSameObject(other: Descriptor): boolean;
  metadataHash(): { lower: bigint; upper: bigint };
  metadataHashAt(pathFlags: PathFlags, path: string): { lower: bigint; upper: bigint };
  [Symbol.dispose](): void;
}

export interface Started {
  readonly wasi: Preview2;
  /** An interface by its name without a version. */
  use<Name extends keyof Interfaces>(name: Name): Interfaces[Name];
}

export async function startPreview2(grant?: Grant, life?: GuestLife): Promise<Started> {
  const wasi = await createPreview2(grant, { name: "guest", life }, ["wasi:filesystem/types@0.2.12"]);
  return {
    wasi,
    use<Name extends keyof Interfaces>(name: Name): Interfaces[Name] {
      const provided = wasi.provide(`${name}@0.2.12`);
      if (provided === undefined) throw new Error(`${name} is not provided`);
      return provided as Interfaces[Name];
    },
  };
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
export const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
