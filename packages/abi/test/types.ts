import type { ResourceType, ValueType, VariantCase } from "@polyplug/abi";

export const u8 = { kind: "u8" } as const;
export const u16 = { kind: "u16" } as const;
export const u32 = { kind: "u32" } as const;
export const u64 = { kind: "u64" } as const;
export const s64 = { kind: "s64" } as const;
export const f32 = { kind: "f32" } as const;
export const f64 = { kind: "f64" } as const;
export const bool = { kind: "bool" } as const;
export const char = { kind: "char" } as const;
export const string = { kind: "string" } as const;
export const file: ResourceType = { name: "file" };

export const list = (element: ValueType): ValueType => ({ kind: "list", element });
export const tuple = (...types: ValueType[]): ValueType => ({ kind: "tuple", types });
export const option = (type: ValueType): ValueType => ({ kind: "option", type });
export const result = (ok?: ValueType, err?: ValueType): ValueType => ({ kind: "result", ok, err });
export const record = (fields: Record<string, ValueType>): ValueType => ({
  kind: "record",
  fields: Object.entries(fields).map(([name, type]) => ({ name, type })),
});
export const variant = (cases: Record<string, ValueType | undefined>): ValueType => ({
  kind: "variant",
  cases: Object.entries(cases).map(([name, type]): VariantCase => ({ name, type })),
});
export const labels = (count: number): string[] => Array.from({ length: count }, (_, index) => `label-${index}`);
export const enumOf = (count: number): ValueType => ({ kind: "enum", labels: labels(count) });
export const flags = (count: number): ValueType => ({ kind: "flags", labels: labels(count) });
