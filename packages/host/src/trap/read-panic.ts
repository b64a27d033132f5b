import type { Abort } from "./abort.ts";
import { sayingLines } from "./last-words.ts";
import { ofQuickJs } from "./quick-js.ts";
import { callsOf, thrown } from "./thrown.ts";

/** How a runtime tells of a panic: the line, or lines, that it begins with, and what is below to the end of stderr. */
interface Dialect {
  readonly begins: RegExp;
  readonly read: (found: readonly string[], below: string) => Abort | undefined;
}

const dialects: readonly Dialect[] = [
  { begins: /^thread '.*panicked at (.+):$/gm, read: ([, place = ""], below) => ofRust(place, oneLine(below)) },
  { begins: /^panic: .*$/gm, read: ([first = ""], below) => ofGo(first + below) },
  { begins: /^(.*)\nStack:$/gm, read: ([, message = ""], below) => thrown(message, callsOf(below, spiderMonkeyCall)) },
  {
    // What the C library says for `assert`.
    begins: /^(Assertion failed: .*) \(([^():]+): ([^():]+): (\d+)\)$/gm,
    read: ([, message = "", file, name = "", line], below) =>
      below === "" ? thrown(message, [{ name, place: `${file}:${line}` }]) : undefined,
  },
  {
    // How compilers write of a place, and with them many that write to stderr by themselves.
    begins: /^([^\s:]+:\d+(?::\d+)?): (.+)$/gm,
    read: ([, place, message = ""], below) => (below === "" ? { message, place, calls: [] } : undefined),
  },
];

/**
 * The panic, uncaught exception or failed assertion that a plugin's stderr ends with. What it says is the plugin's own
 * word: it is good for a message and for nothing else.
 */
export function readPanic(stderr: string): Abort | undefined {
  const text = sayingLines(stderr).join("\n");
  for (const { begins, read } of dialects) {
    const found = [...text.matchAll(begins)].at(-1);
    const abort = found && read(found, text.slice(found.index + found[0].length));
    if (abort !== undefined) return abort;
  }
  return undefined;
}

function ofRust(place: string, message: string): Abort {
  return ofQuickJs(message) ?? { message, place, calls: [] };
}

/** A function on one line, and the place below it. */
const goCall = /^(\S.*)\n\t(\S+:\d+).*$/gm;

function ofGo(text: string): Abort {
  const calls = callsOf(text, goCall);
  const message = oneLine(text.slice("panic: ".length, calls.length === 0 ? undefined : text.search(goCall)));
  return { message, place: calls[0]?.place, calls };
}

/** `fail@plugin.js:2:29`, below functions that the engine has around a plugin. */
const spiderMonkeyCall = /^ *(?:async\*)?([^@\n]*)@(?!.*\/initializer\.js:)([^@\s]+:\d+:\d+)$/gm;

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, " ").trim();
}
