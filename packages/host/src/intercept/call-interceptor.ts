import type { CallSite } from "./call-site.ts";

/**
 * What happens around one call: `enter` makes it, once, and gives what it gives, a promise where the function is
 * asynchronous, or throws what it throws. What this gives or throws in its turn is what the caller gets. Arguments of a
 * method begin with the object.
 */
export type Around = (enter: () => unknown, args: readonly unknown[]) => unknown;

/**
 * What stands on the boundary between a host and a plugin and sees every call, of exports and of imports. WASI's functions
 * it sees where the plugin runs in the thread of its host. In a thread or process of its own they are answered there, and
 * never cross; what limits and a grant say of them holds all the same.
 */
export interface CallInterceptor {
  /**
   * What is to happen around the calls of a function; undefined where nothing is, and then such calls cost what they
   * cost without an interceptor. Asked once for each function of each instance, while it is loaded.
   */
  around(site: CallSite): Around | undefined;
}
