type Part = number | string | readonly number[];

/** Bytes written one by one; text stands for its characters' codes. */
export function bytes(...parts: readonly Part[]): Uint8Array {
  return Uint8Array.from(flatten(parts));
}

/** A core module of these bytes after the header; offsets in them therefore begin at 8. */
export function moduleOf(...parts: readonly Part[]): Uint8Array {
  return bytes("\0asm", [1, 0, 0, 0], ...parts);
}

/** A component of these bytes after the header; offsets in them therefore begin at 8. */
export function componentOf(...parts: readonly Part[]): Uint8Array {
  return bytes("\0asm", [0x0d, 0, 1, 0], ...parts);
}

/** A section of fewer than 128 bytes, its size put in. */
export function section(id: number, ...parts: readonly Part[]): readonly number[] {
  const content = flatten(parts);
  return [id, content.length, ...content];
}

function flatten(parts: readonly Part[]): number[] {
  return parts.flatMap((part) =>
    typeof part === "string" ? [...part].map((character) => character.charCodeAt(0)) : part,
  );
}
