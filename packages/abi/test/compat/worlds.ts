import {
  type Binding,
  type Compatibility,
  compat,
  type FunctionBinding,
  type FunctionType,
  type Interface,
  type Item,
  type Parameter,
  type ResourceType,
  type ValueType,
  type World,
} from "@polyplug/abi";
import { expect } from "vitest";

export type Items = Readonly<Record<string, Item | Interface>>;

export const func = (params: Readonly<Record<string, ValueType>>, result?: ValueType): Item => ({
  kind: "function",
  type: { params: Object.entries(params).map(([name, type]): Parameter => ({ name, type })), result },
});
export const resource = (resource: ResourceType): Item => ({ kind: "resource", resource });
export const named = (type: ValueType): Item => ({ kind: "type", type });
export const face = (items: Readonly<Record<string, Item>>): Interface => ({
  kind: "interface",
  items: new Map(Object.entries(items)),
});
export const world = ({
  name,
  imports = {},
  exports = {},
}: {
  name?: string;
  imports?: Items;
  exports?: Items;
}): World => ({
  name,
  imports: new Map(Object.entries(imports)),
  exports: new Map(Object.entries(exports)),
});

/** The differences as lines: `path: wanted, found`. */
export function lines({ differences }: Compatibility): string[] {
  return differences.map(({ path, wanted, found }) => `${path}: wanted ${wanted}, found ${found}`);
}

/** The function of a binding that there is, outside of interfaces or in one. */
export function bound(bindings: ReadonlyMap<string, Binding>, name: string, within?: string): FunctionBinding {
  const binding = bindings.get(within ?? name);
  const item = binding?.kind === "interface" ? binding.functions.get(name) : binding;
  if (item?.kind === "function") return item;
  expect.unreachable(`nothing is bound to ${name}`);
}

/** How two types fit where a value goes one way. */
export interface Verdict {
  /** `.width: wanted u32, found string`. */
  readonly lines: readonly string[];
  /** The plugin's type as the host uses it. */
  readonly type: ValueType;
}

/** Both ways in which a value of a type can go, each in both places where it does: they have to agree. */
export function verdicts(
  plugin: ValueType,
  contract: ValueType,
): { readonly toHost: Verdict; readonly toPlugin: Verdict } {
  const giving = (type: ValueType): Items => ({ f: func({}, type) });
  const taking = (type: ValueType): Items => ({ f: func({ x: type }) });
  const resultOf = (type: FunctionType): ValueType | undefined => type.result;
  const paramOf = (type: FunctionType): ValueType | undefined => type.params[0]?.type;
  const verdict = (direction: "exports" | "imports", items: typeof giving, partOf: typeof resultOf): Verdict => {
    const fit = compat(world({ [direction]: items(plugin) }), world({ [direction]: items(contract) }));
    const type = partOf(bound(fit[direction], "f").type);
    if (type === undefined) expect.unreachable("the type is gone");
    const prefix = /^(?:export|import) f: (?:result|parameter x)(?:: )?/;
    for (const line of lines(fit)) expect(line).toMatch(prefix);
    return { lines: lines(fit).map((line) => line.replace(prefix, "")), type };
  };
  const toHost = verdict("exports", giving, resultOf);
  const toPlugin = verdict("imports", giving, resultOf);
  expect(verdict("imports", taking, paramOf)).toEqual(toHost);
  expect(verdict("exports", taking, paramOf)).toEqual(toPlugin);
  return { toHost, toPlugin };
}
