import { type FunctionType, readFunctionName } from "@polyplug/abi";
import type { ContractPart } from "./contract-part.ts";

/** The names that a part of a contract has for code, in kebab-case, by what becomes of them. */
export interface PartNames {
  /** Types, resources, and the cases of enums and variants. */
  readonly types: readonly string[];
  /** Functions, parameters and fields. */
  readonly values: readonly string[];
}

/** The names in a part of a contract. */
export function namesIn({ name, item }: ContractPart): PartNames {
  if (item.kind === "function") return { types: [], values: functionNames(name, item.type) };
  if (item.kind === "resource") return { types: [name], values: [] };
  const { type } = item;
  const cases = type.kind === "enum" ? type.labels : type.kind === "variant" ? type.cases.map((one) => one.name) : [];
  const fields = type.kind === "record" ? type.fields.map((field) => field.name) : [];
  return { types: [name, ...cases], values: fields };
}

function functionNames(name: string, { params }: FunctionType): readonly string[] {
  const read = readFunctionName(name);
  const own = read === undefined || read.kind === "constructor" ? [] : [read.name];
  return [...own, ...params.map((parameter) => parameter.name)];
}
