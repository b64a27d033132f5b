import { createPreview2 } from "@polyplug/wasi";
import { expect, test } from "vitest";

/** The interfaces that programs import, each with what its text has. */
const published: [id: string, members: readonly string[], methods?: readonly string[]][] = [
  ["wasi:config/runtime@0.2.0-draft", ["get", "getAll"]],
  ["wasi:config/store@0.2.0-draft", ["get", "getAll"]],
  ["wasi:config/store@0.2.0-rc.1", ["get", "getAll"]],
  ["wasi:logging/logging", ["log"]],
  ["wasi:logging/logging@0.1.0-draft", ["log"]],
  ["wasi:keyvalue/store@0.2.0-draft", ["Bucket", "open"], ["delete", "exists", "get", "listKeys", "set"]],
  ["wasi:keyvalue/atomics@0.2.0-draft", ["increment"]],
  ["wasi:keyvalue/batch@0.2.0-draft", ["deleteMany", "getMany", "setMany"]],
  ["wasi:keyvalue/store@0.2.0-draft2", ["Bucket", "open"], ["delete", "exists", "get", "listKeys", "set"]],
  ["wasi:keyvalue/atomics@0.2.0-draft2", ["Cas", "increment", "swap"], ["current"]],
  ["wasi:keyvalue/batch@0.2.0-draft2", ["deleteMany", "getMany", "setMany"]],
];

test.each(published)(
  "%s has the functions and resources of its text, and nothing else",
  async (id, members, methods) => {
    const wasi = await createPreview2(undefined, { name: "guest" }, [id]);
    const provided = wasi.provide(id) ?? {};
    expect(Object.keys(provided).toSorted()).toEqual(members);
    const resource = members.find((name) => /^[A-Z]/.test(name));
    expect(namesOf(resource === undefined ? undefined : Reflect.get(provided, resource).prototype)).toEqual(
      methods ?? [],
    );
  },
);

/** The methods of a class and of those that it extends, but for what every resource has. */
function namesOf(prototype: object | undefined): string[] {
  const above = prototype === undefined ? null : Object.getPrototypeOf(prototype);
  if (prototype === undefined || above === Object.prototype) return [];
  const own = Object.getOwnPropertyNames(prototype).filter((name) => name !== "constructor");
  return [...own, ...namesOf(above)].toSorted();
}

test.each([
  "wasi:config/store",
  "wasi:config/store@0.2.0",
  "wasi:config/store@0.2.0-rc.2",
  "wasi:logging/logging@0.1.0",
  "wasi:keyvalue/store@0.2.0",
  "wasi:keyvalue/store@0.2.0-draft3",
  "wasi:keyvalue/watcher@0.2.0-draft2",
  "wasi:keyvalue/constructor@0.2.0-draft2",
])("%s, which nobody published or which is the plugin's to export, is not provided", async (id) => {
  expect((await createPreview2(undefined, { name: "guest" }, [id])).provide(id)).toBeUndefined();
});

test("what is not imported is not loaded", async () => {
  const wasi = await createPreview2(undefined, { name: "guest" }, ["wasi:cli/exit@0.2.0"]);
  expect(wasi.provide("wasi:config/store@0.2.0-rc.1")).toBeUndefined();
});
