/**
 * What a plugin in AssemblyScript leans on beside the bindings of its contract: the types that a contract has and
 * AssemblyScript has not, and a way to log. `@polyplug/sdk-assemblyscript/abi` is for the bindings alone.
 */
export { log, logTo } from "./assembly/log";
export { none, Option, some } from "./assembly/option";
export { err, ok, Result } from "./assembly/result";
export {
  Tuple1,
  Tuple2,
  Tuple3,
  Tuple4,
  Tuple5,
  Tuple6,
  Tuple7,
  Tuple8,
  Tuple9,
  Tuple10,
  Tuple11,
  Tuple12,
  Tuple13,
  Tuple14,
  Tuple15,
  Tuple16,
  Tuple17,
  Tuple18,
  Tuple19,
  Tuple20,
} from "./assembly/tuples";
export { char, Unit } from "./assembly/types";
