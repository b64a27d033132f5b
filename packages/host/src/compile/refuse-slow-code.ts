import { PluginError } from "@polyplug/errors";
import { type Module, readBody, weighCode } from "@polyplug/wasm-binary";

/**
 * What a function may be, so that no engine compiles it for long: nothing interrupts a compiler. The largest of the guests
 * here, a JavaScript engine, has a function of 172 kB, blocks 628 deep, and 420,000 slots; what is at these bounds takes
 * V8 half a second.
 */
const most = { bytes: 1_000_000, depth: 10_000, slots: 40_000_000 } as const;

/** A block and a branch take so many bytes at least, and so does what leaves an operand. */
const leastBytes = 2;
/** As many locals as a function may declare. */
const mostLocals = 50_000;

/** Throws `unsupported` for a module with a function that an engine would compile for long. */
export function refuseSlowCode(module: Module, action: string): void {
  const mostResults = module.types.reduce((found, { composite }) => {
    return composite.kind === "func" ? Math.max(found, composite.type.results.length) : found;
  }, 1);
  for (const [position, { start, end }] of module.bodies.entries()) {
    const bytes = end - start;
    if (slotsAtMost(bytes, mostLocals, mostResults) <= most.slots) continue;
    const fault = faultOf(module, position, bytes, mostResults);
    if (fault === undefined) continue;
    const offset = module.offset + start;
    const index = module.indexSpaces.functions.length - module.functions.length + position;
    const reason = `function ${index} (at offset 0x${offset.toString(16)}) ${fault}`;
    throw new PluginError({ code: "unsupported", action, reason, offset });
  }
}

/** What a body of so many bytes comes to in the worst case. Few have to be looked into. */
function slotsAtMost(bytes: number, locals: number, results: number): number {
  const instructions = bytes / leastBytes;
  return (locals + (results * instructions) / 2) * instructions;
}

function faultOf(module: Module, position: number, bytes: number, results: number): string | undefined {
  if (bytes > most.bytes) return `has ${bytes} bytes, and ${most.bytes} are allowed`;
  const declared = readBody(module, position).locals.reduce((sum, { count }) => sum + count, 0);
  const isShallow = bytes <= most.depth * leastBytes;
  if (isShallow && slotsAtMost(bytes, declared + paramsOf(module, position), results) <= most.slots) return undefined;
  const { depth, slots } = weighCode(module, position);
  if (depth > most.depth) return `has blocks ${depth} deep, and ${most.depth} are allowed`;
  if (slots > most.slots) return `has ${slots} locals and operands at its branches, and ${most.slots} are allowed`;
  return undefined;
}

function paramsOf({ types, functions }: Module, position: number): number {
  const composite = types[functions[position] ?? -1]?.composite;
  return composite?.kind === "func" ? composite.type.params.length : 0;
}
