import { writeConst } from "./rust-v0-const.ts";
import { writeGenericArgument, writePath } from "./rust-v0-path.ts";
import type { RustReader } from "./rust-v0-reader.ts";

/** The types of one letter. [Type](https://doc.rust-lang.org/rustc/symbol-mangling/v0.html#type). */
const basicTypes: Readonly<Record<string, string>> = {
  a: "i8",
  b: "bool",
  c: "char",
  d: "f64",
  e: "str",
  f: "f32",
  h: "u8",
  i: "isize",
  j: "usize",
  l: "i32",
  m: "u32",
  n: "i128",
  o: "u128",
  p: "_",
  s: "i16",
  t: "u16",
  u: "()",
  v: "...",
  x: "i64",
  y: "u64",
  z: "!",
};

/** [Type](https://doc.rust-lang.org/rustc/symbol-mangling/v0.html#type). */
export function writeType(reader: RustReader): void {
  reader.nested(() => {
    const tag = reader.next();
    const basic = basicTypes[tag];
    if (basic !== undefined) return reader.write(basic);
    switch (tag) {
      case "R":
        return writeReference(reader, "");
      case "Q":
        return writeReference(reader, "mut ");
      case "P":
        reader.write("*const ");
        return writeType(reader);
      case "O":
        reader.write("*mut ");
        return writeType(reader);
      case "A":
        reader.write("[");
        writeType(reader);
        reader.write("; ");
        writeConst(reader);
        return reader.write("]");
      case "S":
        reader.write("[");
        writeType(reader);
        return reader.write("]");
      case "T":
        return writeTuple(reader);
      case "F":
        return reader.binder(() => writeSignature(reader));
      case "D":
        return writeTraitObject(reader);
      case "B":
        return reader.follow(() => writeType(reader));
      default:
        reader.position--;
        return writePath(reader, "type");
    }
  });
}

/** A tuple of one has a comma, so that it is no parenthesis. */
function writeTuple(reader: RustReader): void {
  reader.write("(");
  const count = reader.list(", ", () => writeType(reader));
  reader.write(count === 1 ? ",)" : ")");
}

function writeReference(reader: RustReader, mutability: "" | "mut "): void {
  reader.write("&");
  const lifetime = reader.eat("L") ? reader.base62() : 0;
  if (lifetime !== 0) {
    reader.lifetime(lifetime);
    reader.write(" ");
  }
  reader.write(mutability);
  writeType(reader);
}

function writeSignature(reader: RustReader): void {
  if (reader.eat("U")) reader.write("unsafe ");
  if (reader.eat("K")) {
    const abi = reader.eat("C") ? "C" : reader.undisambiguated().replaceAll("_", "-");
    reader.write(`extern "${abi}" `);
  }
  reader.write("fn(");
  reader.list(", ", () => writeType(reader));
  reader.write(")");
  if (reader.eat("u")) return;
  reader.write(" -> ");
  writeType(reader);
}

function writeTraitObject(reader: RustReader): void {
  reader.write("dyn ");
  reader.binder(() => reader.list(" + ", () => writeBound(reader)));
  reader.expect("L");
  const lifetime = reader.base62();
  if (lifetime === 0) return;
  reader.write(" + ");
  reader.lifetime(lifetime);
}

/** A trait of a trait object, whose associated types stand within its generic arguments. */
function writeBound(reader: RustReader): void {
  let isOpen = writeOpenPath(reader);
  while (reader.eat("p")) {
    reader.write(isOpen ? ", " : "<");
    isOpen = true;
    reader.write(`${reader.undisambiguated()} = `);
    writeType(reader);
  }
  if (isOpen) reader.write(">");
}

/** Writes a path, and says whether it ends in generic arguments, whose bracket it then leaves open. */
function writeOpenPath(reader: RustReader): boolean {
  let isOpen = false;
  reader.nested(() => {
    if (reader.eat("B")) {
      reader.follow(() => {
        isOpen = writeOpenPath(reader);
      });
    } else if (reader.eat("I")) {
      writePath(reader, "type");
      reader.write("<");
      reader.list(", ", () => writeGenericArgument(reader));
      isOpen = true;
    } else {
      writePath(reader, "type");
    }
  });
  return isOpen;
}
