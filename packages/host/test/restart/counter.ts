import { wat } from "../wat.ts";

export interface Counter {
  next(): number;
  fail(): void;
  spin(): void;
}

/** Counts its calls, each instance from 0. */
export const counter: Uint8Array = wat(`(module
  (memory (export "memory") 1)
  (global $n (mut i32) (i32.const 0))
  (func (export "next") (result i32)
    (global.set $n (i32.add (global.get $n) (i32.const 1)))
    (global.get $n))
  (func (export "fail") unreachable)
  (func (export "spin") (loop $again (br $again))))`);

/** What a call gives or throws once it is no longer refused for want of a linked instance, which takes some turns. */
export async function answer<T>(call: () => T): Promise<Awaited<T>> {
  for (;;) {
    try {
      return await call();
    } catch (error) {
      if (!/, and is on its way back$/.test((error as Error).message)) throw error;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}
