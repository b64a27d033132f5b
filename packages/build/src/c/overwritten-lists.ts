import { despecialize, type FunctionType, type ValueType, type World } from "@polyplug/abi";

/**
 * The functions of a world, by their names in WIT, by which a plugin in C++ gives away lists that may arrive wrong. What
 * wit-bindgen makes writes the elements over the objects that it reads them from, and `std::optional`, `std::variant` and
 * `std::expected` have what says which case it is at the other end.
 *
 * See {@link https://github.com/bytecodealliance/wit-bindgen/issues/1592 | the issue}.
 */
export function overwrittenLists({ imports, exports }: World): readonly string[] {
  return [
    ...namesOf(exports, ({ result }) => result !== undefined && hasOne(result)),
    ...namesOf(imports, ({ params }) => params.some(({ type }) => hasOne(type))),
  ];
}

function namesOf(items: World["exports"], gives: (type: FunctionType) => boolean): readonly string[] {
  return [...items].flatMap(([name, item]) => {
    if (item.kind === "interface") return namesOf(item.items, gives).map((inner) => `${name}#${inner}`);
    return item.kind === "function" && gives(item.type) ? [name] : [];
  });
}

function hasOne(type: ValueType): boolean {
  const plain = despecialize(type);
  if (plain.kind === "list") return liesOtherwise(plain.element) || hasOne(plain.element);
  if (plain.kind === "record") return plain.fields.some((field) => hasOne(field.type));
  return plain.kind === "variant" && plain.cases.some((one) => one.type !== undefined && hasOne(one.type));
}

/** Whether an element lies in the memory of C++ in another way than in the canonical ABI. */
function liesOtherwise(type: ValueType): boolean {
  if (type.kind === "enum") return false;
  const plain = despecialize(type);
  if (plain.kind === "record") return plain.fields.some((field) => liesOtherwise(field.type));
  return plain.kind === "variant";
}
