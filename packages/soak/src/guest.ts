import loadWabt from "wabt";

/** What the guest exports, as the host calls it. */
export interface GuestExports {
  add(a: number, b: number): number;
  /** How many calls of it the instance has answered, this one counted. */
  count(): number;
  /** What the host's `ask` gives for the number, doubled. */
  relay(value: number): number;
  spin(): void;
  fill(): void;
  crash(): void;
  dive(depth: number): number;
  /** Grows the memory as often as it can, and gives the pages that there are then. */
  grow(): number;
  flood(): void;
  leave(status: number): void;
}

/** A guest that does what it is asked to, and fails in every way that it is asked to fail. */
const text = `(module
  (import "env" "ask" (func $ask (param i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (memory (export "memory") 2)
  (data (i32.const 16) "\\40\\00\\00\\00\\00\\10\\00\\00")
  (global $calls (mut i32) (i32.const 0))
  (func (export "add") (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1)))
  (func (export "count") (result i32)
    (global.set $calls (i32.add (global.get $calls) (i32.const 1)))
    (global.get $calls))
  (func (export "relay") (param i32) (result i32) (i32.mul (call $ask (local.get 0)) (i32.const 2)))
  (func (export "spin") (loop $again (br $again)))
  (func (export "fill")
    (loop $again (memory.fill (i32.const 4096) (i32.const 7) (i32.const 0x1f000)) (br $again)))
  (func $fail unreachable)
  (func (export "crash") (call $fail))
  (func $dive (export "dive") (param i32) (result i32)
    (i32.add (call $dive (i32.add (local.get 0) (i32.const 1))) (i32.const 1)))
  (func (export "grow") (result i32)
    (loop $again (br_if $again (i32.ne (memory.grow (i32.const 64)) (i32.const -1))))
    (memory.size))
  (func (export "flood") (loop $again (drop (call $write (i32.const 1) (i32.const 16) (i32.const 1) (i32.const 8))) (br $again)))
  (func (export "leave") (param i32) (call $exit (local.get 0))))`;

/** The guest in its binary form. */
export async function guest(): Promise<Uint8Array> {
  const wabt = await loadWabt();
  const parsed = wabt.parseWat("guest.wat", text, { bulk_memory: true });
  try {
    return new Uint8Array(parsed.toBinary({ write_debug_names: true }).buffer);
  } finally {
    parsed.destroy();
  }
}
