/**
 * What a plugin may take. Every key is optional; what is not bounded here has the bound that its key names as default. A
 * key that is not known is refused with `bad-argument`. Whatever goes beyond ends the plugin with one error, which has the
 * limit as its `path`, what is allowed and what was used.
 */
export interface Limits {
  /**
   * The longest that one call may take, such as `"50ms"`, host functions that it calls and what it waits for them
   * included; loading is a call too. Beyond it the plugin ends with `time-limit`, in the middle of a loop as well.
   * Rounded up to whole milliseconds. `"unbounded"` lets calls take as long as they like: then one that never ends is
   * ended by its signal or by `dispose` alone. Default: 1 s where a plugin has a thread or a process of its own, and in
   * the thread of its host unbounded.
   */
  readonly time?: string | undefined;
  /**
   * Instructions that one call may run; loading is a call too. Beyond it the plugin ends with `time-limit`. The count is the
   * same on every run, machine and tier, and it costs more than `time` does. Bulk instructions count one more for each 64
   * bytes or entries. Default: they are not counted.
   */
  readonly fuel?: number | bigint | undefined;
  /**
   * Bytes that all memories of the plugin may have together, as a number or such as `"64MiB"`, rounded down to pages of
   * 64 KiB. A plugin that starts with more is refused with `memory-limit`; growing beyond it fails inside the plugin. One
   * that then gives up ends with `memory-limit` where its code is made over for another limit, which tells of it: for
   * `fuel` on every tier, for `time` in the thread of its host or its own. Else it ends with a trap, as in a process that
   * has `time` alone, which is held from outside there. Of several memories each may take an equal share of what is left
   * when all have what they start with. A memory that the host provides is the host's, and does not count. Default:
   * 256 MiB.
   */
  readonly memory?: number | string | undefined;
  /**
   * Bytes that stdout and stderr may take together over the plugin's life, as a number or such as `"64KiB"`, where they are
   * granted. What goes beyond is cut once, and ends the plugin with `output-limit`. Default: 1 MiB, and a grant with
   * `maxBytes` is bounded by that alone.
   */
  readonly output?: number | string | undefined;
  /**
   * How often one call may call functions of the host, WASI's included. Beyond it the plugin ends with `time-limit`.
   * Default: they are not counted.
   */
  readonly hostCalls?: number | undefined;
  /** Handles of resources that a plugin holds at a time. Beyond it the plugin ends with `memory-limit`. Default: 65,536. */
  readonly handles?: number | undefined;
  /**
   * Bytes that the values may take which a plugin hands over in one call, as a number or such as `"64MiB"`: strings and
   * lists, an element counting at least as what it takes in JavaScript, however often a list points to the same bytes.
   * Beyond it the plugin ends with `memory-limit`. Default: 256 MiB.
   */
  readonly values?: number | string | undefined;
  /**
   * `"unbounded"` lets in what makes garbage-collected objects. They lie in the engine's heap, which nothing here bounds, and
   * when that is full the whole process ends. Default: such a plugin is refused with `unsupported`, but where it has a
   * process of its own.
   */
  readonly objects?: "unbounded" | undefined;
}
