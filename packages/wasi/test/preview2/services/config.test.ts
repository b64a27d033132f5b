import { expect, test } from "vitest";
import { startServices } from "./start-services.ts";

const id = "wasi:config/store@0.2.0-rc.1";

test("a value is found by its key, and all of them come in order", async () => {
  const config = (await startServices({ config: { PORT: "8080", empty: "", ключ: "значение" } })).use(id);
  expect([config.get("PORT"), config.get("empty"), config.get("ключ"), config.get("port")]).toEqual([
    "8080",
    "",
    "значение",
    undefined,
  ]);
  expect(config.getAll()).toEqual([
    ["PORT", "8080"],
    ["empty", ""],
    ["ключ", "значение"],
  ]);
});

test.each(["toString", "constructor", "__proto__"])("%s is configured by nobody but the host", async (key) => {
  expect((await startServices({ config: {} })).use(id).get(key)).toBeUndefined();
  const granted = Object.defineProperty({}, key, { value: "mine", enumerable: true });
  expect((await startServices({ config: granted })).use(id).get(key)).toBe("mine");
});

test("without a grant the answer is an err, and the plugin goes on", async () => {
  const { use, wasi } = await startServices({ env: { PORT: "8080" } });
  const payload = { tag: "upstream", val: "no configuration is granted" };
  expect(() => use(id).get("PORT")).toThrow(expect.objectContaining({ name: "ResultError", payload }));
  expect(() => use(id).getAll()).toThrow(expect.objectContaining({ payload }));
  expect([[...wasi.denied], wasi.ended]).toEqual([["config"], undefined]);
});
