import type { HandleTable } from "../reference/handle-table.ts";
import type { StringEncoding } from "../reference/string-encoding.ts";
import type { FunctionType } from "../types/function-type.ts";
import type { HandleType } from "../types/value-type.ts";

/** A function of a core module, as JavaScript calls it: `i64` are bigints. */
export type CoreFunction = (...args: never[]) => unknown;

/**
 * A core function that is there when it is first called and no sooner: the imports of a module are made before the module
 * is, whose `realloc` they call.
 */
export interface LateFunction {
  readonly function: CoreFunction;
}

/** A function that takes and gives JavaScript values as WIT types say. */
export type ValueFunction = (...args: unknown[]) => unknown;

/**
 * What one component instance, or the one instance of a core plugin, keeps between and during calls. All its functions
 * share it.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#component-instance-state | Canonical ABI, component instance state}.
 */
export interface InstanceState {
  readonly handles: HandleTable;
  /** False while `realloc` or a post-return function runs: the guest may not call its imports then. */
  mayLeave: boolean;
  /** Whether a call into the instance is under way: it may not be entered a second time. */
  entered: boolean;
  /**
   * The instance of the component that this one's component is nested in. To enter an instance is to enter those around
   * it as well.
   */
  readonly parent?: InstanceState | undefined;
  /**
   * Where functions leave what makes them forget the guest, to be called when the instance is disposed of: a function
   * that somebody still holds must not keep the guest's memory. It refuses every call from then on, so the guard's life
   * has to be over. Left out where nobody disposes of the instance.
   */
  readonly releases?: (() => void)[] | undefined;
}

/**
 * At whose door a failure within an import lies: the guest broke a rule when it called, or the host's function threw,
 * was given an instance that it ended itself, or gave back what does not fit.
 */
export type Blame = "guest" | "host";

/** What makes calls safe for the host. Faults that only the guest's own side sees go through without it. */
export interface Guard {
  /**
   * The latch: nothing enters an instance that is not alive, and none of its imports does anything. A call that fails
   * sets it to false before anything else, since a guest may have used up the stack that calling {@link fault} takes.
   */
  readonly life: { alive: boolean };
  /**
   * What leaves each place where the guest is suspended. Whoever ends the instance may call these, with what no guest
   * catches: a guest that is never resumed stays where it is for good. Left out where nothing does so.
   */
  readonly waiting?: Set<(reason: unknown) => void> | undefined;
  /**
   * How many frames of a trap's stack a call asks for, by `Error.stackTraceLimit`, where it is set to fewer. Left out where
   * what the engine keeps by itself is enough.
   */
  readonly traceDepth?: number | undefined;
  /** Bytes that all strings and lists lifted in one call may take together. Default: 2^28. */
  readonly mostLifted?: number | undefined;
  /** The plugin's name, for errors that do not end it. */
  readonly plugin?: string | undefined;
  /** The error for a call of a function after the end. */
  refusal(name: string): Error;
  /** Ends the instance for what a call into it threw, or for an end that the guest swallowed (`thrown` undefined), and gives the error for the caller. */
  fault(name: string, thrown: unknown): Error;
  /**
   * Ends the instance from within an import of it, and gives what is thrown through the guest. After the end, with
   * `thrown` undefined: what ended it.
   */
  interrupt(name: string, thrown: unknown, blame: Blame): unknown;
}

/** How JavaScript sees resources. Without one, a handle is the number by which the implementer knows the resource. */
export interface ResourceMapping {
  /** The value for a handle that the guest hands over or lends. */
  lift(type: HandleType, rep: number): unknown;
  /** The representation for a value that the guest is handed or lent; undefined where it is of no such resource. */
  lower(type: HandleType, value: unknown): number | undefined;
  /**
   * Says that a value that was lifted or lowered in a call is its former holder's again: a `borrow` because the call is
   * over, an `own` because the guest was never called, for an argument behind it did not fit. `rep` is what it was lifted
   * from or lowered to. Of several in one call, and in calls within each other, the last comes back first. Not called
   * after a fault, which ends the instance and all its handles.
   */
  giveBack?(type: HandleType, value: unknown, rep: number): void;
}

/** The options of `canon lift` and `canon lower`, and what the host adds to them. */
export interface FunctionOptions {
  /** For messages, and the `export` of errors: `transform`, `acme:text/log#write`. */
  readonly name: string;
  readonly instance: InstanceState;
  /** Only for lifting: the instance whose import the function is, where that is a component too and not the host. */
  readonly caller?: InstanceState | undefined;
  readonly encoding: StringEncoding;
  /** The guest's memory, unshared, or what leads to it; left out where nothing needs one. Its buffer changes by growing alone. */
  readonly memory?: { readonly buffer: ArrayBufferLike } | undefined;
  readonly realloc?: CoreFunction | LateFunction | undefined;
  /** Takes the core results after they were lifted. Only for lifting. */
  readonly postReturn?: CoreFunction | undefined;
  /**
   * Left out between two components: faults then go through to whoever guards the outermost call, and that one sees what
   * a guest on the way swallowed.
   */
  readonly guard?: Guard | undefined;
  readonly resources?: ResourceMapping | undefined;
  /**
   * Whether lists of numbers that are lifted may lie in the memory itself, for who lets go of them before it changes. Whoever
   * interprets types copies them all the same. Default: they are copied.
   */
  readonly lists?: "copied" | "viewed" | undefined;
  /**
   * Whether strings may be passed as their UTF-8, for who only passes them on: what is lowered may be a `Uint8Array` of what
   * is known to be UTF-8, and long strings that are lifted from UTF-8 are one that lies in the memory itself, after a look
   * whether they are. Whoever interprets types gives strings all the same. Default: strings are strings.
   */
  readonly strings?: "decoded" | "viewed" | undefined;
  /**
   * Takes what a guest's function gives, before its post-return runs and while lists that are viewed still lie there, and
   * gives what the function of values gives instead, `outcome` or not. What it throws ends the instance. Only for lifting.
   */
  readonly take?: ((result: unknown) => unknown) | undefined;
  /**
   * What becomes of a `result` that is all that a function gives back. `value`: `{ tag, val }` either way. `throw`: the
   * function of values, be it lifted or about to be lowered, returns what `ok` carries and throws a `ResultError` with
   * what `err` carries.
   */
  readonly outcome: "value" | "throw";
  /**
   * For calls that the engine suspends: the core function that is lifted gives a promise and so does the function of
   * values; the function of values that is lowered may give one, and then so does the core function. Only functions that
   * are lifted and lowered with this wait for each other: no JavaScript may stand between. A promise that comes true after
   * the guard's life is over settles nothing, for a guest that has ended is not to run on; its calls are for the host to
   * reject. What enters the guest after a wait, to allocate or to free, does so in a reaction of the promise that was
   * waited for, so that others around it can hold it to limits. Default: no call suspends, and a promise for a result is `bad-result`.
   *
   * See {@link https://github.com/WebAssembly/js-promise-integration/blob/main/proposals/js-promise-integration/Overview.md | JavaScript Promise Integration}.
   */
  readonly suspends?: true | undefined;
}

/**
 * One way to do what `canon lift` and `canon lower` do. There are two, and they agree: one interprets types in the order
 * of the specification, the other makes code of them.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#canonical-definitions | Canonical ABI, canonical definitions}.
 */
export interface CanonicalAbi {
  readonly name: "compiled" | "reference";
  /**
   * A function of JavaScript values over one that a guest exports. It checks the number of arguments and each argument
   * (`bad-argument`, the guest goes on), and traps where the guest breaks a rule or is in a call already.
   *
   * Both `lift` and `lower` throw `unsupported` for async functions and for types that can only be told of, and
   * `malformed` where the options lack what the type needs.
   */
  lift(core: CoreFunction, type: FunctionType, options: FunctionOptions): ValueFunction;
  /**
   * What a guest imports, over a function of JavaScript values. A result that does not fit is `bad-result`, and so is a
   * promise where calls do not suspend. What a function without a result returns is left alone, as JavaScript does with it.
   */
  lower(implementation: ValueFunction, type: FunctionType, options: FunctionOptions): CoreFunction;
}
