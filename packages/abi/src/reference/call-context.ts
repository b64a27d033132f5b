import { PluginError, type PluginErrorCode } from "@polyplug/errors";
import { alignTo } from "../layout/align-to.ts";
import { maxLiftedBytes } from "../limits.ts";
import { CallScope } from "./call-scope.ts";
import { HandleTable } from "./handle-table.ts";
import type { StringEncoding } from "./string-encoding.ts";

/** The guest's side of a call. */
export interface CallOptions {
  /** The function's name, for messages. */
  readonly function: string;
  /** The guest's memory, or whatever else has its buffer of the moment; unshared. Left out where nothing needs one. */
  readonly memory?: { readonly buffer: ArrayBufferLike } | undefined;
  /** The guest's `cabi_realloc`. Left out where nothing is lowered into memory. */
  readonly realloc?: ((old: number, oldSize: number, alignment: number, newSize: number) => number) | undefined;
  /** Default: `utf8`. */
  readonly encoding?: StringEncoding | undefined;
  /** The handles of the guest's instance. Default: none. */
  readonly handles?: HandleTable | undefined;
  /** Default: a new one; whoever gives handles ends it. */
  readonly scope?: CallScope | undefined;
}

/** What is lifted or lowered, for messages, and the code of an error where a JavaScript value does not fit. */
export interface Subject {
  readonly action: string;
  readonly code: PluginErrorCode;
}

/**
 * One call of one function, with all that lifting and lowering need to know of the guest. It serves once.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#lifting-and-lowering-context | Canonical ABI, lifting and lowering context}.
 */
export class CallContext {
  readonly function: string;
  readonly encoding: StringEncoding;
  readonly handles: HandleTable;
  readonly scope: CallScope;
  readonly #memory: CallOptions["memory"];
  readonly #realloc: CallOptions["realloc"];
  #view: DataView | undefined;
  #subject: Subject;
  readonly #path: string[] = [];
  #liftedBytes = 0;

  constructor(options: CallOptions) {
    this.function = options.function;
    this.encoding = options.encoding ?? "utf8";
    this.handles = options.handles ?? new HandleTable();
    this.scope = options.scope ?? new CallScope();
    this.#memory = options.memory;
    this.#realloc = options.realloc;
    this.#subject = { action: `call ${JSON.stringify(options.function)}`, code: "bad-argument" };
  }

  /** The guest's memory as it is now: any call of the guest may have made it grow, and older views are of no use then. */
  get view(): DataView {
    if (this.#memory === undefined) throw this.#fault("malformed", "the guest has no memory for it");
    const { buffer } = this.#memory;
    if (this.#view?.buffer !== buffer) this.#view = new DataView(buffer);
    return this.#view;
  }

  bytes(pointer: number, length: number): Uint8Array {
    return new Uint8Array(this.view.buffer, pointer, length);
  }

  /** Memory that the guest allocated, checked. */
  allocate(alignment: number, byteLength: number): number {
    return this.reallocate(0, 0, alignment, byteLength);
  }

  /** Memory that the guest allocated in the place of other memory of its, checked. */
  reallocate(old: number, oldSize: number, alignment: number, byteLength: number): number {
    if (this.#realloc === undefined) throw this.#fault("malformed", "the guest has no realloc for it");
    const pointer = this.#realloc(old, oldSize, alignment, byteLength) >>> 0;
    this.checkRange(pointer, alignment, byteLength, "realloc gave");
    return pointer;
  }

  /** Throws `trap` unless the bytes are aligned and within memory. `what` begins the reason: `the string is`. */
  checkRange(pointer: number, alignment: number, byteLength: number, what: string): void {
    const at = `${what} at 0x${pointer.toString(16)}`;
    if (pointer !== alignTo(pointer, alignment)) throw this.trap(`${at}, which is not aligned to ${alignment} bytes`);
    const size = this.view.byteLength;
    if (pointer + byteLength > size) {
      throw this.trap(`${at}, where ${byteLength} bytes do not fit in the memory of ${size} bytes`);
    }
  }

  /** Counts bytes that are lifted, and throws `memory-limit` where they are too many in one call. */
  countLifted(byteLength: number): void {
    this.#liftedBytes += byteLength;
    if (this.#liftedBytes <= maxLiftedBytes) return;
    const reason = `its strings and lists have ${this.#liftedBytes} bytes, and ${maxLiftedBytes} are allowed in one call`;
    throw this.#fault("memory-limit", reason);
  }

  /** From here on messages speak of this, `root` being the name that paths begin with, or empty. */
  begin(subject: Subject, root = ""): void {
    this.#subject = subject;
    this.#path.splice(0, this.#path.length, root);
  }

  /** From here on messages speak of a part of what they spoke of: `.width`, `[3]`. */
  enter(step: string): void {
    this.#path.push(step);
  }

  leave(): void {
    this.#path.pop();
  }

  /** The error for a JavaScript value that is not of its type. */
  misfit(reason: string): PluginError {
    return this.#fault(this.#subject.code, reason);
  }

  /** The error for a guest that broke a rule. */
  trap(reason: string): PluginError {
    return this.#fault("trap", reason);
  }

  #fault(code: PluginErrorCode, reason: string): PluginError {
    const path = this.#path.join("").replace(/^\./, "");
    const { action } = this.#subject;
    if (path === "") return new PluginError({ code, action, reason });
    return new PluginError({ code, action, reason: `${path}: ${reason}`, path });
  }
}
