import { expect, test } from "vitest";
import { sharedBindgen } from "../tools.ts";

const bindgen = sharedBindgen();

const generate = (items: string) =>
  bindgen().generate(`package test:odd;\ninterface odd { ${items} }\nworld strange { export odd; }\n`, {
    language: "assemblyscript",
  });

const twentyOne = Array.from({ length: 21 }, () => "u8").join(", ");

test.for([
  ["f: func(value: stream<u8>);", "a type `stream`"],
  ["f: func() -> future<string>;", "a type `future`"],
  ["record r { value: error-context } f: func(value: r);", "error-context"],
  ["f: async func();", "the asynchronous function `f`"],
  [`f: func(value: list<tuple<${twentyOne}>>);`, "a tuple of more than 20 values (21)"],
] as const)("%s is refused", async ([items, what]) => {
  await expect(generate(items)).rejects.toMatchObject({
    code: "unsupported",
    message: `cannot generate bindings for assemblyscript: test:odd/odd#f: AssemblyScript has nothing for ${what}`,
    path: "test:odd/odd#f",
  });
});
