/**
 * The packages by folder, lowest first. A package imports from the layers below its own; those that share a layer do
 * not know of each other.
 */
export const layers: readonly (readonly string[])[] = [
  // Types alone, and not published: what tests are told of the guests that were built for them.
  ["built-guests"],
  ["errors"],
  ["wasm-binary"],
  ["abi"],
  ["component"],
  ["wasi", "metering"],
  ["host"],
  ["bindgen"],
  ["typings"],
  ["build"],
  ["cli", "create-polyplug", "sdk-assemblyscript", "sdk-javascript"],
  // From here on nothing is published: what builds guests, then what is built of everything.
  ["toolchains"],
  ["bench", "conformance", "repo-tools", "soak"],
  ["tour"],
];

/** The height of a package, or undefined when it has no place yet. */
export function layerOf(id: string): number | undefined {
  const layer = layers.findIndex((ids) => ids.includes(id));
  return layer === -1 ? undefined : layer;
}
