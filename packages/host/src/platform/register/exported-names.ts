import { camelCase, readFunctionName, shortName, worldOfModule } from "@polyplug/abi";
import {
  type Component,
  decodeComponent,
  decodeModule,
  exportType,
  type Module,
  recognize,
} from "@polyplug/wasm-binary";

/**
 * The keys of a plugin's exports, told without loading it: what a module exports has to be known before any code runs. Of a
 * component it is what its export section says, so one or the other may turn out to be nothing that there is a value for.
 */
export function exportedNames(bytes: Uint8Array): readonly string[] {
  if (recognize(bytes) === "component") return keysOf(itemsOf(decodeComponent(bytes)));
  const module = decodeModule(bytes);
  const world = worldOfModule(module)?.world;
  if (world === undefined) return functionsOf(module);
  return keysOf([...world.exports].map(([name, { kind }]) => ({ name, kind })));
}

/** See `bareExports`. Code that both shared would be one more file to load for those who register nothing. */
const protocol: ReadonlySet<string> = new Set(["_start", "_initialize", "__wasm_call_ctors"]);

interface ExportedItem {
  readonly name: string;
  readonly kind: string;
}

function itemsOf({ definitions }: Component): ExportedItem[] {
  return definitions.flatMap((definition): ExportedItem[] => {
    if (definition.kind !== "export") return [];
    const { name, versionSuffix = "", implements: implemented } = definition.name;
    const kind = { func: "function", instance: "interface" }[definition.target.sort as string] ?? "type";
    return [{ name: implemented === undefined ? name + versionSuffix : name, kind }];
  });
}

/** See `bindExports`, which gives them their values. */
function keysOf(items: readonly ExportedItem[]): string[] {
  const functions = items.flatMap(({ name, kind }) => {
    const read = kind === "function" ? readFunctionName(name) : undefined;
    return read?.kind === "freestanding" ? [camelCase(read.name)] : [];
  });
  const interfaces = items.filter(({ kind }) => kind === "interface").map(({ name }) => name);
  const sharers = new Map<string, number>();
  for (const short of interfaces.map(shortName)) sharers.set(short, (sharers.get(short) ?? 0) + 1);
  const unique = [...sharers].flatMap(([short, count]) => (count === 1 ? [short] : []));
  return [...new Set([...functions, ...interfaces, ...unique])];
}

function functionsOf(module: Module): string[] {
  return module.exports.flatMap((item) => {
    const type = exportType(module, item);
    if (type.kind !== "func") return [];
    const isProcedure = type.type.params.length === 0 && type.type.results.length === 0;
    return isProcedure && protocol.has(item.name) ? [] : [item.name];
  });
}
