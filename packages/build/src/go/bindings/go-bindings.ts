import type { Bindgen, BindingFile, Wit, WorldChoice } from "@polyplug/bindgen";
import { contractDocs, documented } from "./contract-docs.ts";
import { exportPackage } from "./export-package.ts";
import { type GoFile, readGoFile } from "./go-file.ts";
import { goSdk } from "./go-sdk.ts";
import { importPackage } from "./import-package.ts";
import { mainPackage } from "./main-package.ts";

/** What of a module with bindings is compiled. */
export const goMain = "./bindings/main";

/** Which bindings are wanted. */
export interface GoBindingsOptions extends WorldChoice {
  /** The path of the plugin's own package, in whose folder the bindings lie as `bindings`: what `go.mod` calls the module. */
  readonly module: string;
}

/**
 * The bindings of a world in Go, by paths within `bindings`: a package for each interface, `wit` with the types that Go
 * lacks, and `main`, which is what is compiled. Packages that the host provides are called after their interface,
 * `acme_text_log`; those that the plugin exports have `export_` before that.
 *
 * What wit-bindgen writes is taken apart and laid out anew, so that the plugin is a package by itself and can be tested
 * without WebAssembly. The module needs no other: there is nothing to fetch.
 */
export async function goBindings(bindgen: Bindgen, wit: Wit, options: GoBindingsOptions): Promise<BindingFile[]> {
  const { module, world } = options;
  const docs = contractDocs(await bindgen.resolve(wit, { world }));
  const written = await bindgen.generate(wit, { language: "go", world, options: { stubs: true } });
  const texts = new Map(written.map(({ path, content }) => [path, new TextDecoder().decode(content)]));
  const bindings = `${module}/bindings`;
  const read = (text: string): GoFile => documented(placed(readGoFile(text), bindings), docs);
  const packages = [...texts].filter(([path]) => path.endsWith("/wit_bindings.go")).map(([, text]) => read(text));
  const exported = packages.filter(isExported).map(exportPackage);
  const imported = packages.filter((one) => !isExported(one)).map(importPackage);
  const main = mainPackage(read(texts.get("wit_exports.go") ?? ""), { module, bindings, exported });
  const encoder = new TextEncoder();
  const made = [...imported, ...exported, main].flatMap(({ name, files }) =>
    Object.entries(files).map(([file, text]) => ({ path: `${name}/${file}`, content: encoder.encode(text) })),
  );
  return [...made, ...(await goSdk())];
}

function isExported({ package: name }: GoFile): boolean {
  return name.startsWith("export_");
}

/** Leads the imports of wit-bindgen's module, and of the one that it depends on, to where the packages are here. */
function placed(file: GoFile, bindings: string): GoFile {
  const imports = [...file.imports].map(([name, path]): [string, string] => [
    name,
    path.replace(/^wit_component\//, `${bindings}/`),
  ]);
  const own = { witTypes: `${bindings}/wit`, wit: `${bindings}/wit`, witRuntime: `${bindings}/wit/abi` };
  return { ...file, imports: new Map([...imports, ["unsafe", "unsafe"], ...Object.entries(own)]) };
}
