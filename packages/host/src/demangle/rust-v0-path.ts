import { Refusal } from "./refusal.ts";
import { writeConst } from "./rust-v0-const.ts";
import type { RustReader } from "./rust-v0-reader.ts";
import { writeType } from "./rust-v0-type.ts";

/** Where a path stands: only the path of a value needs `::` before its generic arguments. */
export type PathPlace = "value" | "type";

const special: Readonly<Record<string, string>> = { C: "closure", S: "shim" };

/** [Symbol path](https://doc.rust-lang.org/rustc/symbol-mangling/v0.html#symbol-path). */
export function writePath(reader: RustReader, place: PathPlace): void {
  reader.nested(() => {
    switch (reader.next()) {
      case "C":
        return reader.write(reader.identifier().name);
      case "M":
        skipImplPath(reader);
        return writeQualified(reader);
      case "X":
        skipImplPath(reader);
        return writeQualified(reader, "as trait");
      case "Y":
        return writeQualified(reader, "as trait");
      case "N":
        return writeNested(reader, place);
      case "I":
        writePath(reader, place);
        reader.write(place === "value" ? "::<" : "<");
        reader.list(", ", () => writeGenericArgument(reader));
        return reader.write(">");
      case "B":
        return reader.follow(() => writePath(reader, place));
      default:
        throw new Refusal();
    }
  });
}

/** Where the `impl` block stands tells two of them apart, but is no part of the name. */
function skipImplPath(reader: RustReader): void {
  reader.optionalBase62("s");
  reader.silently(() => writePath(reader, "type"));
}

function writeQualified(reader: RustReader, trait?: "as trait"): void {
  reader.write("<");
  writeType(reader);
  if (trait !== undefined) {
    reader.write(" as ");
    writePath(reader, "type");
  }
  reader.write(">");
}

/** [Nested path](https://doc.rust-lang.org/rustc/symbol-mangling/v0.html#path-nested-path). */
function writeNested(reader: RustReader, place: PathPlace): void {
  const namespace = reader.next();
  if (!/[A-Za-z]/.test(namespace)) throw new Refusal();
  writePath(reader, place);
  const { name, disambiguator } = reader.identifier();
  if (namespace >= "a") {
    if (name !== "") reader.write(`::${name}`);
    return;
  }
  reader.write(`::{${special[namespace] ?? namespace}${name === "" ? "" : `:${name}`}#${disambiguator}}`);
}

/** [Generic arguments](https://doc.rust-lang.org/rustc/symbol-mangling/v0.html#path-generic-arguments). */
export function writeGenericArgument(reader: RustReader): void {
  if (reader.eat("L")) reader.lifetime(reader.base62());
  else if (reader.eat("K")) writeConst(reader);
  else writeType(reader);
}
