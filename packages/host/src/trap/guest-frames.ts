import { type GuestFrame, PluginError } from "@polyplug/errors";
import { type Names, readNames } from "@polyplug/wasm-binary";
import type { CodeRange, CompiledPlugin } from "../compile/compiled-plugin.ts";
import type { MadeOver } from "../limits/made-code.ts";
import { readStack } from "../platform/read-stack.ts";
import { withPlaces } from "./frame-places.ts";

/** One of a plugin's modules, with what is known of its functions. */
interface GuestModule {
  readonly module: WebAssembly.Module;
  readonly code: CodeRange;
  readonly names: Names | undefined;
  /** How it was made over to be held to limits. */
  readonly made: MadeOver | undefined;
}

/**
 * The guest's part of the stack of what left it, innermost first, with the names of the module's name section and the
 * places of its debug information.
 *
 * V8 writes frames as the {@link https://webassembly.github.io/spec/web-api/#conventions | Web API} asks:
 * `wasm-function[12]:0x4a3`. Of an engine that does not there are none.
 */
export function guestFrames(thrown: unknown, compiled: CompiledPlugin): GuestFrame[] {
  const all = [...stackOf(thrown).matchAll(/([^\s()]*):wasm-function\[(\d+)\]:(0x[0-9a-f]+)\)?$/gm)];
  const script = all[0]?.[1];
  // Other plugins may be further down, if one called the host and the host called this one.
  const found = all.filter((frame) => frame[1] === script);
  if (script === undefined) return [];
  const { readable, places } = compiled;
  const positions = found.map(([, , index, offset]) => ({ index: Number(index), offset: Number(offset) }));
  const own = moduleOf(positions, script, compiled);
  const offsets = own?.made?.originalOffsets(positions.map(({ offset }) => offset));
  const frames = positions.map(({ index, offset: moved }, frame) => {
    const name = own?.names?.functions?.get(index);
    const offset = offsets?.[frame] ?? moved;
    return { name: name === undefined || readable === undefined ? `func[${index}]` : readable(name), index, offset };
  });
  return own === undefined || places === undefined ? frames : withPlaces(frames, own, places);
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
 * That module which has code where the frames are, and which the engine calls `script`: `wasm://wasm/` with the name that
 * the module has for itself, if it has one, and a hash that nobody else knows. None where two are like that.
 */
function moduleOf(
  positions: readonly Pick<GuestFrame, "index" | "offset">[],
  script: string,
  { modules, code, made }: CompiledPlugin,
): GuestModule | undefined {
  const fitting = modules.flatMap((module, at): readonly GuestModule[] => {
    const range = code[at];
    const fits = range !== undefined && positions.every((position) => isWithin(range, position));
    return fits ? [{ module, code: range, names: namesOf(module), made: made[at] }] : [];
  });
  const name = /\/([^/]*)-[0-9a-f]+$/.exec(script)?.[1];
  const candidates = fitting.length === 1 ? fitting : fitting.filter(({ names }) => names?.module === name);
  return candidates.length === 1 ? candidates[0] : undefined;
}

function isWithin(code: CodeRange, { index, offset }: Pick<GuestFrame, "index" | "offset">): boolean {
  return index >= code.first && index - code.first < code.count && offset >= code.start && offset < code.end;
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
