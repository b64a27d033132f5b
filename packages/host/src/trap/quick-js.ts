import type { Abort } from "./abort.ts";
import { callsOf, thrown } from "./thrown.ts";

/** A string as Rust shows it for debugging. */
const string = String.raw`"((?:[^"\\]|\\.)*)"`;

const exception = new RegExp(
  String.raw`: Exception\(Exception \{ message: (?:Some\(${string}\)|None), stack: (?:Some\(${string}\)|None) \}\)$`,
);
const value = new RegExp(String.raw`: Value\((?:String\(Ok\(${string}\)\)|(\w+).*)\)$`);
const mismatch = /^expected (\w+): FromJs \{ from: "(\w+)"/;

/** `    at fail (/plugin.js:2:37)`, without a column where the plugin made the lines those of its sources. */
const quickJsCall = /^ *at (.*) \(\/?(\S+?:\d+(?::\d+)?)\)$/gm;

/** What QuickJS says in the panic of the program in Rust that is around it, and that shows it as it would for debugging. */
export function ofQuickJs(panic: string): Abort | undefined {
  const [isThrown, message = "", stack = ""] = exception.exec(panic) ?? [];
  if (isThrown !== undefined) return thrown(unescaped(message), callsOf(unescaped(stack), quickJsCall));
  const [isValue, text, type = ""] = value.exec(panic) ?? [];
  if (isValue !== undefined) {
    const told = text === undefined ? `what was thrown is no Error: ${type.toLowerCase()}` : unescaped(text);
    return { message: told, place: undefined, calls: [] };
  }
  const [isMismatch, wanted, got] = mismatch.exec(panic) ?? [];
  return isMismatch === undefined
    ? undefined
    : { message: `expected a ${wanted}, got a ${got}`, place: undefined, calls: [] };
}

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", "0": "\0" };

function unescaped(text: string): string {
  return text.replace(/\\(?:u\{([0-9a-f]{1,6})\}|(.))/gs, (whole, hex: string | undefined, letter = "") => {
    if (hex === undefined) return escapes[letter] ?? letter;
    const code = Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
