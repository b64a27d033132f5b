import { expect, test } from "vitest";
import { plugins } from "./plugins.ts";

const { load } = plugins();

interface Talker {
  talk(): void;
}

const wit = `package test:talk;
world talk { import line: func(text: string); export talk: func(); }
`;

const talk = `export function talk(): void {
  log("logged");
  console.log("a console's");
  console.warn("careful");
  console.assert(1 == 2, "math");
  trace("traced", 2, 1.5, 3);
}
`;

test("log, console and trace write where logTo says, from the top of the module on", async () => {
  const source = `import { log, logTo } from "@polyplug/sdk-assemblyscript";
import { line } from "./bindings/world";
logTo(line);
log("ready");
${talk}`;
  const lines: string[] = [];
  const plugin = await load<Talker>(wit, source, { imports: { line: (text: string) => lines.push(text) } });
  expect(lines).toEqual(["ready"]);
  plugin.exports.talk();
  expect(lines.slice(1)).toEqual([
    "logged",
    "a console's",
    "warning: careful",
    "assertion failed: math",
    "trace: traced 1.5, 3.0",
  ]);
});

test("without it lines are dropped, and nothing is imported for them", async () => {
  const plugin = await load<Talker>(wit, `import { log } from "@polyplug/sdk-assemblyscript";\n${talk}`);
  plugin.exports.talk();
  expect(plugin.info.imports).toEqual([]);
});
