import { loadPlugin, type Plugin } from "@polyplug/host";
import type { FileTree } from "@polyplug/host/files";
import { wat } from "../wat.ts";

const functions = {
  path_open: "(param i32 i32 i32 i32 i32 i64 i64 i32 i32)",
  path_create_directory: "(param i32 i32 i32)",
  path_symlink: "(param i32 i32 i32 i32 i32)",
  path_unlink_file: "(param i32 i32 i32)",
  path_remove_directory: "(param i32 i32 i32)",
  path_rename: "(param i32 i32 i32 i32 i32 i32)",
  path_link: "(param i32 i32 i32 i32 i32 i32 i32)",
  fd_write: "(param i32 i32 i32 i32)",
  fd_read: "(param i32 i32 i32 i32)",
  fd_close: "(param i32)",
};

const names = Object.entries(functions);
const module = wat(`(module
  ${names.map(([name, params]) => `(import "wasi_snapshot_preview1" "${name}" (func $${name} ${params} (result i32)))`).join("\n")}
  (memory (export "memory") 2)
  ${names.map(([name]) => `(export "${name}" (func $${name}))`).join("\n")})`);

type Functions = Record<keyof typeof functions, (...args: (number | bigint)[]) => number>;

const [path, otherPath, result, iovec, data] = [0x1000, 0x3000, 0x5000, 0x5100, 0x6000];

/** A plugin that does with its files what it is told to, at the first of its mounts; every method gives the error number. */
export class FilePlugin {
  readonly plugin: Plugin<Functions>;

  static async load(files: FileTree): Promise<FilePlugin> {
    return new FilePlugin(await loadPlugin<Functions>(module, { name: "files", grant: { files } }));
  }

  constructor(plugin: Plugin<Functions>) {
    this.plugin = plugin;
  }

  write(name: string, text: string, directory = 3): number {
    const { exports } = this.plugin;
    const opened = exports.path_open(directory, 0, path, this.#put(path, name), 1 | 8, 64n, 0n, 0, result);
    if (opened !== 0) return opened;
    const fd = this.#view.getUint32(result, true);
    this.#view.setUint32(iovec, data, true);
    this.#view.setUint32(iovec + 4, this.#put(data, text), true);
    return exports.fd_write(fd, iovec, 1, result) || exports.fd_close(fd);
  }

  /** The text, or the error number. */
  read(name: string): string | number {
    const { exports } = this.plugin;
    const opened = exports.path_open(3, 1, path, this.#put(path, name), 0, 2n, 0n, 0, result);
    if (opened !== 0) return opened;
    const fd = this.#view.getUint32(result, true);
    this.#view.setUint32(iovec, data, true);
    this.#view.setUint32(iovec + 4, 0x1000, true);
    const errno = exports.fd_read(fd, iovec, 1, result) || exports.fd_close(fd);
    return errno || new TextDecoder().decode(new Uint8Array(this.#buffer, data, this.#view.getUint32(result, true)));
  }

  mkdir(name: string, directory = 3): number {
    return this.plugin.exports.path_create_directory(directory, path, this.#put(path, name));
  }

  /** Opens a directory and gives its number. */
  open(name: string, directory: number): number {
    this.plugin.exports.path_open(directory, 0, path, this.#put(path, name), 2, 2n, 0n, 0, result);
    return this.#view.getUint32(result, true);
  }

  symlink(target: string, name: string): number {
    const [to, at] = [this.#put(path, target), this.#put(otherPath, name)];
    return this.plugin.exports.path_symlink(path, to, 3, otherPath, at);
  }

  unlink(name: string): number {
    return this.plugin.exports.path_unlink_file(3, path, this.#put(path, name));
  }

  rmdir(name: string): number {
    return this.plugin.exports.path_remove_directory(3, path, this.#put(path, name));
  }

  rename(from: string, to: string): number {
    const [source, target] = [this.#put(path, from), this.#put(otherPath, to)];
    return this.plugin.exports.path_rename(3, path, source, 3, otherPath, target);
  }

  link(from: string, to: string): number {
    const [source, target] = [this.#put(path, from), this.#put(otherPath, to)];
    return this.plugin.exports.path_link(3, 0, path, source, 3, otherPath, target);
  }

  get #buffer(): ArrayBufferLike {
    return this.plugin.memories["memory"]?.buffer ?? new ArrayBuffer(0);
  }

  get #view(): DataView {
    return new DataView(this.#buffer);
  }

  #put(at: number, text: string): number {
    const bytes = new TextEncoder().encode(text);
    new Uint8Array(this.#buffer).set(bytes, at);
    return bytes.length;
  }
}
