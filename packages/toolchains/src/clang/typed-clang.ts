import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { adapterOf } from "@polyplug/build";
import { copySources, readContract } from "../typed/guest-sources.ts";
import type { LayOut, TypedLanguage } from "../typed/typed-compiler.ts";

/** One source file, `plugin.c`, that includes the header of the bindings: `<world>.h`. */
export const typedC: TypedLanguage = typedClang("c", "plugin.c");

/** One source file, `plugin.cpp`, that includes the header of the bindings: `<world>_cpp.h`. */
export const typedCpp: TypedLanguage = typedClang("cpp", "plugin.cpp");

function typedClang(language: "c" | "cpp", file: string): TypedLanguage {
  const adapter = adapterOf(language);
  const recipe = new URL(".", import.meta.url);
  return {
    language,
    title: adapter.title,
    file,
    companions: /\.(h|hpp)$/,
    compilers: [{ adapter, target: "wasm32-wasip1", makes: "core", recipe, layOut: layOut(language) }],
  };
}

function layOut(language: "c" | "cpp"): LayOut {
  return async (guest, folder, tools) => {
    const bindgen = await tools();
    for (const { path, content } of await bindgen.generate(await readContract(guest), { language })) {
      await writeFile(join(folder, path), content);
    }
    // Of a resource that the world exports, C++ has the class in the guest's own header, in the place of one of these.
    await copySources(guest, folder);
  };
}
