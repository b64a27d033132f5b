import { ResultError } from "@polyplug/errors";
import { maxTransferBytes } from "../../limits.ts";
import type { DirectoryHandle, Follow } from "../../tree/directory-handle.ts";
import type { FileHandle } from "../../tree/file-handle.ts";
import { bytes, record, resource, string, u64 } from "../argument.ts";
import { InputStream } from "../input-stream.ts";
import { OutputStream } from "../output-stream.ts";
import type { Preview2Process } from "../preview2-process.ts";
import { Resource, serveMethods } from "../resource.ts";
import { type DescriptorFlags, openedFlags, readDescriptorFlags } from "./descriptor-flags.ts";
import { type DescriptorStat, type DescriptorType, descriptorStat, descriptorType } from "./descriptor-stat.ts";
import { DirectoryEntryStream } from "./directory-entry-stream.ts";
import { fileAnswer } from "./error-code.ts";
import { appendingSink, FileSource, fileSink } from "./file-streams.ts";
import { newTimes } from "./file-times.ts";
import { type MetadataHash, metadataHash } from "./metadata-hash.ts";
import { OpenHandle } from "./open-handle.ts";

/**
 * An open file or directory. What may be changed is decided by the mount that it is in, and by how it was opened: a file
 * by `write`, a directory by `mutate-directory`. Without the latter nothing is made, renamed or opened for writing; names
 * may be taken away, for C libraries open a directory that they empty for reading alone.
 *
 * See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/filesystem/wit/types.wit | wasi:filesystem/types, descriptor}.
 */
export class Descriptor extends Resource {
  static override readonly wit: string = "wasi:filesystem/types#descriptor";
  readonly opened: OpenHandle;
  readonly flags: DescriptorFlags;

  /** Lets go of `opened` when it is dropped. */
  constructor(process: Preview2Process, opened: OpenHandle, flags: DescriptorFlags) {
    super(process);
    this.opened = opened;
    this.flags = flags;
    this.onDrop = () => opened.letGo();
  }

  readViaStream(offset: bigint): InputStream {
    const { handle } = this.opened;
    if (handle.kind === "directory") throw new ResultError("is-directory");
    if (!this.flags.read) throw new ResultError("bad-descriptor");
    return this.#streaming(new InputStream(this.process, new FileSource(handle, Number(u64(offset)))));
  }

  writeViaStream(offset: bigint): OutputStream {
    return this.#streaming(new OutputStream(this.process, fileSink(this.#writable(), Number(u64(offset)))));
  }

  appendViaStream(): OutputStream {
    return this.#streaming(new OutputStream(this.process, appendingSink(this.#writable())));
  }

  /** Everything is in memory, where no advice helps. */
  advise(): void {
    this.#file();
  }

  syncData(): void {
    // Nothing is held back.
  }

  sync(): void {
    // Nothing is held back.
  }

  getFlags(): DescriptorFlags {
    return this.flags;
  }

  getType(): DescriptorType {
    return descriptorType(this.opened.handle.kind);
  }

  setSize(size: bigint): void {
    const file = this.#file();
    if (!this.flags.write) throw new ResultError("invalid");
    file.resize(Number(u64(size)));
  }

  setTimes(accessed: unknown, modified: unknown): void {
    const times = newTimes(accessed, modified);
    const { handle } = this.opened;
    if (handle.kind === "directory") this.#checkMutable();
    handle.setTimes(times);
  }

  read(length: bigint, offset: bigint): readonly [Uint8Array, boolean] {
    const file = this.#file();
    if (!this.flags.read) throw new ResultError("bad-descriptor");
    const most = u64(length) < maxTransferBytes ? Number(length) : maxTransferBytes;
    const chunk = file.read(Number(u64(offset)), most);
    return [chunk, chunk.length === 0];
  }

  write(buffer: Uint8Array, offset: bigint): bigint {
    this.#writable().write(Number(u64(offset)), bytes(buffer));
    return BigInt(buffer.length);
  }

  readDirectory(): DirectoryEntryStream {
    return new DirectoryEntryStream(this.process, this.#directory());
  }

  createDirectoryAt(path: string): void {
    this.#mutable().createDirectoryAt(string(path));
  }

  stat(): DescriptorStat {
    return descriptorStat(this.opened.handle.stat());
  }

  statAt(pathFlags: unknown, path: string): DescriptorStat {
    return descriptorStat(this.#directory().statAt(string(path), followOf(pathFlags)));
  }

  setTimesAt(pathFlags: unknown, path: string, accessed: unknown, modified: unknown): void {
    const times = newTimes(accessed, modified);
    this.#mutable().setTimesAt(string(path), followOf(pathFlags), times);
  }

  linkAt(pathFlags: unknown, path: string, to: Descriptor, newPath: string): void {
    const target = resource(Descriptor, to);
    const directory = this.#mutable();
    if (followOf(pathFlags) === "follow") throw new ResultError("invalid");
    directory.linkAt(string(path), target.#mutable(), string(newPath));
  }

  openAt(pathFlags: unknown, path: string, openFlags: unknown, flags: unknown): Descriptor {
    const { create, directory, exclusive, truncate } = record(openFlags);
    const asked = readDescriptorFlags(flags);
    const base = this.#directory();
    // As in wasmtime, where a program that asks for this hears that it is not to be had.
    if (asked.fileIntegritySync || asked.dataIntegritySync || asked.requestedWriteSync) {
      throw new ResultError("unsupported");
    }
    if (create || truncate || asked.write || asked.mutateDirectory) this.#checkMutable();
    if (directory && (create || exclusive || truncate)) throw new ResultError("invalid");
    const opened = base.openAt(string(path), {
      follow: followOf(pathFlags) === "follow",
      create: create === true,
      directory: directory === true,
      exclusive: exclusive === true,
      truncate: truncate === true,
      write: asked.write,
    });
    return new Descriptor(this.process, new OpenHandle(opened), openedFlags(opened.kind, asked));
  }

  readlinkAt(path: string): string {
    return this.#directory().readlinkAt(string(path));
  }

  removeDirectoryAt(path: string): void {
    this.#directory().removeDirectoryAt(string(path));
  }

  renameAt(path: string, to: Descriptor, newPath: string): void {
    const target = resource(Descriptor, to);
    this.#mutable().renameAt(string(path), target.#mutable(), string(newPath));
  }

  symlinkAt(target: string, path: string): void {
    this.#mutable().symlinkAt(string(target), string(path));
  }

  unlinkFileAt(path: string): void {
    this.#directory().unlinkAt(string(path));
  }

  isSameObject(other: Descriptor): boolean {
    return resource(Descriptor, other).opened.handle.node === this.opened.handle.node;
  }

  metadataHash(): MetadataHash {
    return metadataHash(this.opened.handle.stat());
  }

  metadataHashAt(pathFlags: unknown, path: string): MetadataHash {
    return metadataHash(this.#directory().statAt(string(path), followOf(pathFlags)));
  }

  #file(): FileHandle {
    const { handle } = this.opened;
    if (handle.kind === "directory") throw new ResultError("bad-descriptor");
    return handle;
  }

  #writable(): FileHandle {
    const file = this.#file();
    if (!this.flags.write) throw new ResultError("bad-descriptor");
    return file;
  }

  #directory(): DirectoryHandle {
    const { handle } = this.opened;
    if (handle.kind === "file") throw new ResultError("not-directory");
    return handle;
  }

  #mutable(): DirectoryHandle {
    const directory = this.#directory();
    this.#checkMutable();
    return directory;
  }

  #checkMutable(): void {
    if (!this.flags.mutateDirectory) throw new ResultError("read-only");
  }

  /** The file stays open for as long as the stream is. */
  #streaming<Stream extends InputStream | OutputStream>(stream: Stream): Stream {
    const { opened } = this;
    opened.share();
    stream.onDrop = () => opened.letGo();
    return stream;
  }

  static {
    serveMethods(Descriptor, fileAnswer);
  }
}

function followOf(pathFlags: unknown): Follow {
  return record(pathFlags)["symlinkFollow"] === true ? "follow" : "no-follow";
}
