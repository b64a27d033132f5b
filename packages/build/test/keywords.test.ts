import { buildPlugin, detectProject } from "@polyplug/build";
import { loadPlugin } from "@polyplug/host";
import { expect, test } from "vitest";
import { environment } from "./environment.ts";
import { projectFolder, type SourceLanguage, sources } from "./project-folder.ts";

/** Words that some language keeps for itself. */
const contract = `package acme:words;
world words {
  record class { new: u32, int: u32 }
  export delete: func(for: u32) -> u32;
  export match: func(class: class) -> u32;
}
`;

const script = `const remove = (amount) => amount + 1;
const pick = (value) => value.new + value.int;
export { remove as delete, pick as match };
`;

const plugins: Readonly<Record<SourceLanguage, readonly [file: string, text: string]>> = {
  rust: [
    "src/lib.rs",
    `wit_bindgen::generate!({ path: "wit" });
struct Words;
export!(Words);
impl Guest for Words {
    fn delete(for_: u32) -> u32 { for_ + 1 }
    fn match_(class: Class) -> u32 { class.new + class.int }
}
`,
  ],
  c: [
    "plugin.c",
    `#include "words.h"
uint32_t exports_words_delete(uint32_t for_) { return for_ + 1; }
uint32_t exports_words_match(words_class_t *class_) { return class_->new_ + class_->int_; }
`,
  ],
  cpp: [
    "src/plugin.cpp",
    `#include "words_cpp.h"
uint32_t exports::words::Delete(uint32_t for_) { return for_ + 1; }
uint32_t exports::words::Match(::words::Class class_) { return class_.new_ + class_.int_; }
`,
  ],
  javascript: ["plugin.js", script],
  typescript: [
    "src/plugin.ts",
    script.replace("(amount)", "(amount: number)").replace("(value)", "(value: { new: number; int: number })"),
  ],
};

test.for(Object.entries(plugins))("names that are keywords of %s", async ([language, [file, text]]) => {
  const files = { ...sources[language as SourceLanguage], "wit/world.wit": contract, [file]: text };
  const built = await buildPlugin(await detectProject(await projectFolder(files)), { env: environment });
  const plugin = await loadPlugin<{
    delete(amount: number): number;
    match(value: { new: number; int: number }): number;
  }>(built.artifacts[0]?.path ?? "");
  expect([plugin.exports.delete(1), plugin.exports.match({ new: 2, int: 3 })]).toEqual([2, 5]);
  plugin.dispose();
});
