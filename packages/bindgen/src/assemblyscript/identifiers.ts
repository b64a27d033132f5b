import { camelCase } from "@polyplug/abi";

/** What cannot be called so in AssemblyScript, or would hide a type that the bindings name. */
const reserved: ReadonlySet<string> = new Set(
  (
    "abstract as async await bool break case catch class const constructor continue debugger declare default delete do " +
    "else enum export extends f32 f64 false finally for function i16 i32 i64 i8 if implements import in instanceof " +
    "interface isize keyof let namespace new null of override package private protected public readonly return static " +
    "string super switch this throw true try typeof u16 u32 u64 u8 usize v128 var void while with yield " +
    "Array Error ImportedResource Object Option Resource Result StaticArray String Unit Variant char"
  ).split(" "),
);

/** A function, parameter, field or case: `get-number` is `getNumber`. */
export function memberName(label: string): string {
  return escaped(camelCase(label));
}

/** A class or a type: `text-filter` is `TextFilter`. */
export function typeName(label: string): string {
  return escaped(pascalCase(label));
}

/** A member of an enum. Nothing there has to be escaped. */
export function pascalCase(label: string): string {
  const camel = camelCase(label);
  return camel.slice(0, 1).toUpperCase() + camel.slice(1);
}

/** Part of a longer name: `acme:text/filter@1.0.0` is `acme_text_filter_1_0_0`. */
export function snakeCase(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9]+/g, "_").replaceAll(/^_+|_+$/g, "");
}

/** The name, or with as many underscores behind it as it takes until it is not among those taken; then it is. */
export function unused(name: string, taken: Set<string>): string {
  let free = name;
  while (taken.has(free)) free += "_";
  taken.add(free);
  return free;
}

function escaped(name: string): string {
  return reserved.has(name) || /^Tuple\d+$/.test(name) ? `${name}_` : name;
}
