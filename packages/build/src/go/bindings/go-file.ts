import type { PackageDocs } from "./contract-docs.ts";

/** A file of Go, taken apart into what stands in it at the top. */
export interface GoFile {
  readonly package: string;
  /** The paths of the packages that it imports, by the names that it has for them. */
  readonly imports: ReadonlyMap<string, string>;
  readonly declarations: readonly GoDeclaration[];
  /** What the contract says of the package. */
  readonly docs?: PackageDocs | undefined;
}

/** One declaration with the comments above it. */
export interface GoDeclaration {
  readonly text: string;
  /** Only of a type. */
  readonly type?: string | undefined;
  /** Only of a function. */
  readonly function?: GoFunction | undefined;
}

export interface GoFunction {
  readonly name: string;
  /** Of a method, the type that has it: `*Journal`. */
  readonly receiver?: string | undefined;
  readonly parameters: readonly GoParameter[];
  /** As it is written, in parentheses where there are several; empty where there is none. */
  readonly result: string;
  /** Between the braces. One without is made elsewhere: it is imported. */
  readonly body?: string | undefined;
  /** What the contract says of it, as a comment. */
  readonly docs?: string | undefined;
}

export interface GoParameter {
  readonly name: string;
  readonly type: string;
}

/**
 * Takes apart a file that wit-bindgen wrote. That has one block of imports, no strings over several lines, and no braces in
 * strings, runes or comments; anything else is a reason to throw.
 */
export function readGoFile(text: string): GoFile {
  const head = /^package (\w+)\n+import \(\n([^)]*)\)\n/m.exec(text);
  const [whole, name, imports] = head ?? [];
  if (head === null || whole === undefined || name === undefined || imports === undefined) {
    throw new Error("the bindings for Go have no package and imports");
  }
  return {
    package: name,
    imports: readImports(imports),
    declarations: readDeclarations(text.slice(head.index + whole.length)),
  };
}

function readImports(block: string): ReadonlyMap<string, string> {
  const entries = [...block.matchAll(/(\w+)? ?"([^"]+)"/g)];
  return new Map(entries.map(([, name, path = ""]) => [name ?? path.slice(path.lastIndexOf("/") + 1), path]));
}

function readDeclarations(text: string): readonly GoDeclaration[] {
  const declarations: GoDeclaration[] = [];
  let lines: string[] = [];
  let depth = 0;
  let begun = false;
  for (const line of text.split("\n")) {
    if (!begun && line.trim() === "") continue;
    lines.push(line);
    if (!begun && line.trimStart().startsWith("//")) continue;
    begun = true;
    for (const bracket of line.match(/[(){}]/g) ?? []) depth += "({".includes(bracket) ? 1 : -1;
    if (depth > 0) continue;
    declarations.push(readDeclaration(lines.join("\n")));
    [lines, begun] = [[], false];
  }
  if (begun) throw new Error(`the bindings for Go end within ${lines[0]}`);
  return declarations;
}

function readDeclaration(text: string): GoDeclaration {
  const code = text.replace(/^(\s*\/\/.*\n)+/, "").trimStart();
  const [, type] = /^type (\w+) /.exec(code) ?? [];
  if (type !== undefined) return { text, type };
  if (!code.startsWith("func ")) return { text };
  // No type in a signature has parentheses in it: those around several results are the only ones after the parameters.
  const parts = /^func (?:\(\w+ (\*?\w+)\) )?(\w+)\(([^()]*)\) ?(\([^()]*\)|[^({]*?) *(?:\{([\s\S]*)\})?\s*$/.exec(
    code,
  );
  const [, receiver, name, parameters, result, body] = parts ?? [];
  if (name === undefined || parameters === undefined || result === undefined) {
    throw new Error(`the bindings for Go have a function that cannot be read: ${code.split("\n")[0]}`);
  }
  return { text, function: { name, receiver, parameters: readParameters(parameters), result: result.trim(), body } };
}

function readParameters(list: string): readonly GoParameter[] {
  const texts: string[] = [];
  let depth = 0;
  for (const part of list.split(",")) {
    // A comma between type arguments is none between parameters.
    if (depth > 0) texts.push(`${texts.pop()},${part}`);
    else if (part.trim() !== "") texts.push(part);
    for (const bracket of part.match(/[[\]]/g) ?? []) depth += bracket === "[" ? 1 : -1;
  }
  return texts.map((text) => {
    const [, name = "", type = ""] = /^(\w+) (.*)$/s.exec(text.trim()) ?? [];
    return { name, type };
  });
}
