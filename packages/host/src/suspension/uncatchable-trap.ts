/**
 * ```wat
 * (module (import "" "f" (func $f))
 *   (func (export "trap") unreachable)
 *   (func (export "catches") (result i32)
 *     (try (result i32) (do (call $f) (i32.const 0)) (catch_all (i32.const 1)))))
 * ```
 */
const catching = new Uint8Array([
  0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 8, 2, 0x60, 0, 0, 0x60, 0, 1, 0x7f, 2, 6, 1, 0, 1, 0x66, 0, 0, 3, 3, 2, 0, 1, 7,
  18, 2, 4, 0x74, 0x72, 0x61, 0x70, 0, 1, 7, 0x63, 0x61, 0x74, 0x63, 0x68, 0x65, 0x73, 0, 2, 0x0a, 18, 2, 3, 0, 0, 0x0b,
  12, 0, 6, 0x7f, 0x10, 0, 0x41, 0, 0x19, 0x41, 1, 0x0b, 0x0b,
]);

/**
 * A trap of the engine's own. Thrown into a guest it leaves it, through all handlers that the guest has: see
 * {@link https://webassembly.github.io/spec/core/exec/runtime.html#syntax-result | traps}, which are not caught.
 * Undefined where an engine takes for an exception what comes from JavaScript, whatever it was.
 */
export function uncatchableTrap(): unknown {
  if (!WebAssembly.validate(catching)) return undefined;
  let trap: unknown;
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(catching), {
    "": {
      f() {
        throw trap;
      },
    },
  });
  const call = (name: "trap" | "catches"): unknown => {
    try {
      const entered = exports[name];
      if (typeof entered === "function") entered();
      return undefined;
    } catch (thrown) {
      return thrown;
    }
  };
  trap = call("trap");
  return call("catches") === trap ? trap : undefined;
}
