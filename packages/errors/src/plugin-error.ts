import type { ContractDifference } from "./contract-difference.ts";
import type { GuestFrame } from "./guest-frame.ts";
import type { MissingImport } from "./missing-import.ts";
import type { PluginErrorCode } from "./plugin-error-code.ts";
import { printable, printableLine, printableName } from "./printable.ts";

/** What a {@link PluginError} is made of. `action` and `reason` become the message `cannot <action>: <reason>`. */
export interface PluginErrorInit {
  readonly code: PluginErrorCode;
  /** What could not be done, as a verb and its object: `load ./shout.wasm`, `call adder`. */
  readonly action: string;
  /** Why, in lower case and without a full stop. */
  readonly reason: string;
  /** The plugin's name. */
  readonly plugin?: string | undefined;
  /** The export that was called. */
  readonly export?: string | undefined;
  /** Where in the binary the fault is, in bytes from its start. */
  readonly offset?: number | undefined;
  /** Where in a structure the fault is, or where in its sources a plugin failed: `options.width`, `src/lib.rs:12:5`. */
  readonly path?: string | undefined;
  /** With the code `missing-import`: every import that nobody provides. */
  readonly missing?: readonly MissingImport[] | undefined;
  /** With the code `contract-mismatch`: every place where plugin and contract differ. */
  readonly differences?: readonly ContractDifference[] | undefined;
  /** With the code `trap`: the guest's stack, innermost frame first. */
  readonly frames?: readonly GuestFrame[] | undefined;
  /** With the code `exited`: the status that the guest gave. */
  readonly exitCode?: number | undefined;
  readonly cause?: unknown;
}

const brand = Symbol.for("polyplug.PluginError");

/** What became of one of ours on the way from another thread, where symbols are lost and texts are not. */
function isCopy(value: object): boolean {
  const { name, message, action, reason }: Partial<PluginError> = value;
  return name === "PluginError" && message === `cannot ${action}: ${reason}`;
}

/**
 * The one error that Polyplug throws. Its `code` is one of a closed set, its message reads
 * `cannot <action>: <reason>`, and the fields say where the fault lies.
 *
 * It is recognised by shape and not by identity: {@link PluginError.is} is true for an error of another copy of this
 * package as well.
 */
export class PluginError extends Error {
  override readonly name = "PluginError";
  readonly code: PluginErrorCode;
  readonly action: string;
  readonly reason: string;
  readonly plugin: string | undefined;
  readonly export: string | undefined;
  readonly offset: number | undefined;
  readonly path: string | undefined;
  readonly missing: readonly MissingImport[] | undefined;
  readonly differences: readonly ContractDifference[] | undefined;
  readonly frames: readonly GuestFrame[] | undefined;
  readonly exitCode: number | undefined;

  constructor(init: PluginErrorInit) {
    // Here and nowhere else, so that no message of ours carries a name from a binary raw into somebody's terminal.
    const action = printableLine(init.action);
    const reason = printable(init.reason);
    super(`cannot ${action}: ${reason}`, init.cause === undefined ? undefined : { cause: init.cause });
    Object.defineProperty(this, brand, { value: true });
    this.code = init.code;
    this.action = action;
    this.reason = reason;
    this.plugin = init.plugin;
    this.export = init.export;
    this.offset = init.offset;
    this.path = init.path;
    this.missing = init.missing;
    this.differences = init.differences;
    this.frames = init.frames;
    this.exitCode = init.exitCode;
    // V8 writes the property that a function was called by into its frame.
    const called = init.export ?? "";
    const shown = printableName(called);
    if (shown !== called && this.stack !== undefined) this.stack = this.stack.replaceAll(called, () => shown);
  }

  /**
   * Whether a value is such an error, of this or of another copy of the package, or one from another thread, which has the
   * fields and no methods. Never throws, whatever it is given.
   */
  static is(value: unknown): value is PluginError {
    if (typeof value !== "object" || value === null) return false;
    try {
      return brand in value || isCopy(value);
    } catch {
      // A proxy that throws when it is looked at is none of ours.
      return false;
    }
  }

  /** The same fault seen from further up: another action, and whatever else is known there. The original is the cause. */
  within(action: string, known: Partial<Omit<PluginErrorInit, "action" | "cause">> = {}): PluginError {
    return new PluginError({ ...this, ...known, action, cause: this });
  }
}
