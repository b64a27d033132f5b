import { type GuestFrame, PluginError } from "@polyplug/errors";
import { type Names, readNames } from "@polyplug/wasm-binary";
import type { CodeRange, CompiledPlugin } from "../compile/compiled-plugin.ts";
import { readStack } from "../platform/read-stack.ts";

/**
 * The guest's part of the stack of what left it, innermost first, with the names of the module's name section.
 *
 * V8 writes frames as the {@link https://webassembly.github.io/spec/web-api/#conventions | Web API} asks:
 * `wasm-function[12]:0x4a3`. Of an engine that does not there are none.
 */
export function guestFrames(thrown: unknown, { modules, code, readable }: CompiledPlugin): GuestFrame[] {
  const all = [...stackOf(thrown).matchAll(/([^\s()]*):wasm-function\[(\d+)\]:(0x[0-9a-f]+)\)?$/gm)];
  // Other plugins may be further down, if one called the host and the host called this one.
  const found = all
    .filter(([, script]) => script === all[0]?.[1])
    .map(([, , index, offset]) => ({ index: Number(index), offset: Number(offset) }));
  const fitting = modules.filter((_, at) => found.every((place) => isWithin(code[at], place)));
  const names = readable === undefined ? undefined : functionNames(fitting, all[0]?.[1] ?? "");
  return found.map(({ index, offset }) => {
    const name = names?.get(index);
    return { name: name === undefined || readable === undefined ? `func[${index}]` : readable(name), index, offset };
  });
}

function isWithin(code: CodeRange | undefined, { index, offset }: Pick<GuestFrame, "index" | "offset">): boolean {
  if (code === undefined) return false;
  return index >= code.first && index - code.first < code.count && offset >= code.start && offset < code.end;
}

/** Whether it was thrown by the guest's code, and not before that was entered. */
export function isFromGuest(thrown: unknown): boolean {
  return /^ *at .*$/m.exec(stackOf(thrown))?.[0].includes("wasm-function[") ?? false;
}

function stackOf(thrown: unknown): string {
  const stack = thrown instanceof Error ? readStack(thrown) : undefined;
  return typeof stack === "string" ? stack : "";
}

/**
 * The names of the functions in that of `modules` that the engine calls `script`: `wasm://wasm/` with the name that the
 * module has for itself, if it has one, and a hash that nobody else knows. Of two without a name there are no names.
 */
function functionNames(modules: readonly WebAssembly.Module[], script: string): ReadonlyMap<number, string> {
  const named = modules.map(namesOf);
  const own = /\/([^/]*)-[0-9a-f]+$/.exec(script)?.[1];
  const fitting = named.length === 1 ? named : named.filter((names) => names?.module === own);
  return (fitting.length === 1 ? fitting[0]?.functions : undefined) ?? new Map();
}

function namesOf(module: WebAssembly.Module): Names | undefined {
  const [section] = WebAssembly.Module.customSections(module, "name");
  if (section === undefined) return undefined;
  const bytes = new Uint8Array(section);
  try {
    return readNames({ offset: 0, customs: [{ name: "name", offset: 0, bytes }] });
  } catch (error) {
    // The specification has a broken custom section ignored, and here it must not take the trap's place.
    if (PluginError.is(error)) return undefined;
    throw error;
  }
}
