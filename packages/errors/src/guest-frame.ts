/** One frame of a guest's stack at the moment it trapped, innermost first in a list of them. */
export interface GuestFrame {
  /** The function's name from the name section, demangled where it is a Rust or C++ symbol, or `func[12]` without one. */
  readonly name: string;
  /** Index in the function index space, imports counted. */
  readonly index: number;
  /** Byte offset of the instruction in the plugin's file. */
  readonly offset: number;
  /** Where in its sources that is, if the plugin has debug information: `src/lib.rs:12:5`. */
  readonly place?: string | undefined;
}
