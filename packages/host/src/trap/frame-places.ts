import type { GuestFrame } from "@polyplug/errors";
import type { Module } from "@polyplug/wasm-binary";
import type { CodeRange } from "../compile/compiled-plugin.ts";
import type { DebugSections } from "../lines/source-places.ts";

/** Finds the places of addresses in the sources of a module, by its debug information. */
export type SourcePlaces = (sections: DebugSections, addresses: readonly number[]) => ReadonlyMap<number, string>;

const linesSection = ".debug_line";

/**
 * What finds lines in debug information, where one of the modules has some. It is loaded with the first plugin that has,
 * since a trap has no time to wait; the information itself is not read before there is one.
 */
export async function sourcePlacesOf(modules: readonly Pick<Module, "customs">[]): Promise<SourcePlaces | undefined> {
  if (!modules.some(({ customs }) => customs.some(({ name }) => name === linesSection))) return undefined;
  return (await import("../lines/source-places.ts")).sourcePlaces;
}

/** The frames of a module with their places in its sources. */
export function withPlaces(
  frames: readonly GuestFrame[],
  { module, code: { content } }: { readonly module: WebAssembly.Module; readonly code: CodeRange },
  find: SourcePlaces,
): GuestFrame[] {
  const section = (name: string) => {
    return new Uint8Array(WebAssembly.Module.customSections(module, name)[0] ?? new ArrayBuffer());
  };
  const sections = {
    lines: section(linesSection),
    strings: section(".debug_str"),
    lineStrings: section(".debug_line_str"),
  };
  const places = find(
    sections,
    frames.map(({ offset }) => offset - content),
  );
  return frames.map((frame) => ({ ...frame, place: places.get(frame.offset - content) }));
}

/** Files of a language's own library, and what its compiler makes of nothing. */
const foreign = /^\/rustc\/|(^|\/)library\/(std|core|alloc|panic_\w+)\/src\/|\/include\/c\+\+\/|^</;

/** Where in a plugin's own sources its innermost frame is that has a place there. */
export function ownPlace(frames: readonly GuestFrame[]): string | undefined {
  return frames.find(({ place }) => place !== undefined && !foreign.test(place))?.place;
}
