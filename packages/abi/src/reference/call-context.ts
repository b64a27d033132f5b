import type { PluginError, PluginErrorCode } from "@polyplug/errors";
import type { FunctionOptions } from "../canonical/canonical-abi.ts";
import { excessive, misplaced } from "../canonical/memory-bounds.ts";
import { unreadable } from "../canonical/refusals.ts";
import { errorAbout, type Subject } from "../canonical/subject.ts";
import { CallScope } from "./call-scope.ts";
import type { HandleContext } from "./handle-context.ts";
import type { MemoryContext } from "./memory-context.ts";
import { swallowedEnd } from "./swallowed-end.ts";

/**
 * One call of one function, with all that lifting and lowering need to know of the guest. It serves once.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#lifting-and-lowering-context | Canonical ABI, lifting and lowering context}.
 */
export class CallContext implements HandleContext, MemoryContext {
  readonly options: FunctionOptions;
  readonly scope: CallScope = new CallScope();
  /** Whether the guest itself failed, in its `realloc` or by breaking a rule, and not a value of the host's. */
  guestFailed = false;
  #view: DataView | undefined;
  #subject: Subject;
  readonly #path: string[] = [];
  #liftedBytes = 0;
  /** The last error that was made here. */
  #told: PluginError | undefined;

  constructor(options: FunctionOptions) {
    this.options = options;
    this.#subject = { action: `call ${JSON.stringify(options.name)}`, code: "trap" };
  }

  get view(): DataView {
    const { memory } = this.options;
    if (memory === undefined) throw this.#fault("malformed", "the guest has no memory for it");
    const { buffer } = memory;
    if (this.#view?.buffer !== buffer) this.#view = new DataView(buffer);
    return this.#view;
  }

  bytes(pointer: number, length: number): Uint8Array {
    return new Uint8Array(this.view.buffer, pointer, length);
  }

  allocate(alignment: number, byteLength: number): number {
    return this.reallocate(0, 0, alignment, byteLength);
  }

  reallocate(old: number, oldSize: number, alignment: number, byteLength: number): number {
    const { realloc, instance } = this.options;
    if (realloc === undefined) throw this.#fault("malformed", "the guest has no realloc for it");
    this.guestFailed = true;
    // Reading an argument may have run what ends the plugin.
    if (this.#hasEnded()) throw swallowedEnd;
    instance.mayLeave = false;
    const core = typeof realloc === "function" ? realloc : realloc.function;
    const pointer = Number(Reflect.apply(core, undefined, [old, oldSize, alignment, byteLength])) >>> 0;
    if (this.#hasEnded()) throw swallowedEnd;
    instance.mayLeave = true;
    this.guestFailed = false;
    this.checkRange(pointer, alignment, byteLength, "realloc gave");
    return pointer;
  }

  #hasEnded(): boolean {
    return this.options.guard?.life.alive === false;
  }

  checkRange(pointer: number, alignment: number, byteLength: number, what: string): void {
    const reason = misplaced(what, pointer, alignment, byteLength, this.view.byteLength);
    if (reason !== undefined) throw this.trap(reason);
  }

  countLifted(byteLength: number): void {
    this.#liftedBytes += byteLength;
    const reason = excessive(this.#liftedBytes, this.options.guard?.mostLifted);
    if (reason !== undefined) throw this.exceeded(reason);
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

  misfit(reason: string, cause?: unknown): PluginError {
    return this.#fault(this.#subject.code, reason, cause);
  }

  /** The error for what was thrown while a value was read: one of ours, or whatever a getter or a proxy throws. */
  errorInValue(thrown: unknown): unknown {
    return thrown === this.#told ? thrown : this.misfit(unreadable(thrown), thrown);
  }

  trap(reason: string): PluginError {
    this.guestFailed = true;
    return this.#fault("trap", reason);
  }

  exceeded(reason: string): PluginError {
    this.guestFailed = true;
    return this.#fault("memory-limit", reason);
  }

  #fault(code: PluginErrorCode, reason: string, cause?: unknown): PluginError {
    this.#told = errorAbout(this.#subject, this.#path.join(""), { code, reason, cause });
    return this.#told;
  }
}
