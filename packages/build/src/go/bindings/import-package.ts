import { packageComment } from "./contract-docs.ts";
import type { GoDeclaration, GoFile, GoFunction } from "./go-file.ts";
import { type GoPackage, plainTypes, printGo, printSignature, printType, withDocs } from "./print-go.ts";

/**
 * The files of a package that is the host's side of an interface. Its types are there in any program. Its functions call
 * the host in a plugin, and elsewhere, in a native test, what the test put into `HostStub`.
 */
export function importPackage({ package: name, imports, declarations, docs }: GoFile): GoPackage {
  const about = packageComment(name, docs, "as the host provides it");
  const foreign = declarations.filter(callsHost);
  const own = declarations.filter((one) => !foreign.includes(one));
  const print = (constraint: string | undefined, texts: readonly string[]) =>
    printGo({
      package: name,
      imports,
      constraint,
      declarations: texts,
      docs: constraint === undefined ? about : undefined,
    });
  const stubs = foreign.flatMap(({ function: one }) => (one === undefined || isInternal(one) ? [] : [one]));
  const types = own.map(({ text }) => plainTypes(text));
  return {
    name,
    files: {
      "types.go": print(undefined, types),
      ...(foreign.length > 0 && {
        "host.go": print(
          "wasip1",
          foreign.map((one) => withDocs(forgetting(noting(one)), one.function?.docs)),
        ),
      }),
      ...(stubs.length > 0 && { "stub.go": print("!wasip1", printStubs(name, stubs).map(plainTypes)) }),
    },
  };
}

/** A function that is imported, or that has to do with handles or with memory of the other side's. */
function callsHost({ function: one }: GoDeclaration): boolean {
  if (one === undefined) return false;
  return one.body === undefined || /\b(unsafe|runtime|witRuntime|resourceDrop\w+|wasm_import_\w+)\b/.test(one.body);
}

/** What only other bindings call. */
function isInternal({ name, receiver, body }: GoFunction): boolean {
  return body === undefined || (receiver === undefined && /From(Own|Borrow)Handle$/.test(name));
}

/**
 * What the host wrote into this side's memory for a result is held until an export is entered the next time with
 * parameters that take memory. That may be never, so it is let go where the result has become a value.
 */
function forgetting(text: string): string {
  return text.includes("returnArea") ? text.replace("defer pinner.Unpin()", "$&\ndefer witRuntime.Unpin()") : text;
}

/** What the host lends is given back when the export returns, whatever the plugin did with it. */
function noting({ text, function: one }: GoDeclaration): string {
  return one?.name.endsWith("FromBorrowHandle") ? text.replace(/return (&.*)/, "return witRuntime.Lent($1)") : text;
}

function printStubs(name: string, functions: readonly GoFunction[]): readonly string[] {
  const stubs = functions.filter(({ name }) => name !== "Drop");
  const fields = stubs.map((one) => `${fieldOf(one)} ${stubType(one)}`);
  const defaults = stubs.map((one) => {
    const field = fieldOf(one);
    return `${field}: ${stubType(one)} { panic("a test has to set ${name}.HostStub.${field}") },`;
  });
  const stub = [
    "// HostStub is called instead of the host where there is none: in tests, which set what they need.",
    `var HostStub = struct {\n${fields.join("\n")}\n}{\n${defaults.join("\n")}\n}`,
  ].join("\n");
  return [...(stubs.length > 0 ? [stub] : []), ...functions.map(printStub)];
}

function printStub(one: GoFunction): string {
  const { name, receiver, result } = one;
  const head = receiver === undefined ? "func" : `func (self ${receiver})`;
  if (name === "Drop") return `${head} Drop() {}`;
  // Names of the contract could hide what the body calls.
  const parameters = one.parameters.map(({ type }, index) => ({ name: `a${index}`, type }));
  const passed = [...(receiver === undefined ? [] : ["self"]), ...parameters.map((each) => each.name)];
  const call = `HostStub.${fieldOf(one)}(${passed.join(", ")})`;
  const signature = printSignature({ ...one, parameters });
  return withDocs(`${head} ${signature} {\n${result === "" ? "" : "return "}${call}\n}`, one.docs);
}

function stubType({ receiver, parameters, result }: GoFunction): string {
  return printType(receiver === undefined ? parameters : [{ name: "self", type: receiver }, ...parameters], result);
}

function fieldOf({ name, receiver }: GoFunction): string {
  return `${(receiver ?? "").replace("*", "")}${name}`;
}
