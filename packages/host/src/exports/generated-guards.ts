import { canTraceDeeply, traceDepth } from "../trap/trace-depth.ts";
import { leastI64, mostI64 } from "../value/check-value.ts";
import type { GuardFactory, RawExport } from "./guarded-function.ts";

/**
 * Guarded functions as generated code: a text of its own for every export, so that the engine can specialise each call
 * site and inline the call into WebAssembly. The text holds indices, counts and core types alone; nothing that a binary
 * names gets into it.
 *
 * Engines share compiled code and its type feedback between equal texts. Two plugins that did so would see each other's
 * call targets and lose the inlining, so a random comment makes each text another.
 */
export const generateGuards: GuardFactory = (exports, guard) => {
  const call = guard.tracesDeeply && canTraceDeeply() ? deeplyTraced : plainly;
  const functions = exports.map((item, index) => functionText(item, index, call));
  const callees = exports.map((_, index) => `let f${index} = exports[${index}].call;`);
  const forget = exports.map((_, index) => `f${index} = undefined;`);
  const text = `"use strict"; // ${Math.random()}
const { latch } = guard.life;
${callees.join("\n")}
exports = undefined;
return {
functions: [
${functions.join(",\n")}
],
release() { ${forget.join(" ")} }
};`;
  const factory = new Function("exports", "guard", text) as GuardFactory;
  return factory(exports, guard);
};

/**
 * The text of a call with what becomes of a failure. The end is an assignment, since a call may fail there: the guest may
 * have used up the stack, and is not to be entered again all the same.
 */
type CallText = (call: string, index: number) => string;

const plainly: CallText = (call, index) =>
  `try { result = ${call}; } catch (thrown) { latch.alive = false; throw guard.fault(${index}, thrown); }`;

/** As {@link tracingDeeply}, without its function call: it costs half a nanosecond instead of three. */
const deeplyTraced: CallText = (call, index) => `const limit = Error.stackTraceLimit;
  if (limit < ${traceDepth}) Error.stackTraceLimit = ${traceDepth};
  ${plainly(call, index)} finally { Error.stackTraceLimit = limit; }`;

function functionText({ params }: RawExport, index: number, call: CallText): string {
  const names = params.map((_, position) => `a${position}`);
  const checks = params.map((type, position) => check(type, index, position, `a${position}`));
  return `function (${names.join(", ")}) {
  if (arguments.length !== ${params.length} || !latch.alive) throw guard.refuse(${index}, arguments.length);
${checks.join("")}  let result;
  ${call(`f${index}(${names.join(", ")})`, index)}
  if (!latch.alive) throw guard.fault(${index}, undefined);
  return result;
}`;
}

/** The quick test of the common case; whatever else there is goes to the guard. */
function check(type: string, index: number, position: number, name: string): string {
  const slow = `${name} = guard.argument(${index}, ${position}, ${name});\n`;
  switch (type) {
    case "i32":
      return `  if (typeof ${name} !== "number" || (${name} | 0) !== ${name}) ${slow}`;
    case "i64":
      return `  if (typeof ${name} !== "bigint" || ${name} < ${leastI64}n || ${name} > ${mostI64}n) ${slow}`;
    case "f32":
    case "f64":
      return `  if (typeof ${name} !== "number") ${slow}`;
    default:
      return `  ${slow}`;
  }
}

/** Whether this realm may make code from text; a strict Content-Security-Policy, among others, forbids it. */
export function canGenerate(): boolean {
  try {
    new Function("");
    return true;
  } catch (error) {
    if (error instanceof EvalError) return false;
    throw error;
  }
}
