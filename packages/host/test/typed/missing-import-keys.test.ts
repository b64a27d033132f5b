import type {} from "@polyplug/built-guests";
import { loadPlugin } from "@polyplug/host";
import { expect, inject, test } from "vitest";
import { failure } from "../failure.ts";

test.each([
  ["without its version", "callbacks", ["test:callbacks/host"]],
  ["with it where the plugin imports two versions", "versions", ["test:clock/now@1.2.0", "test:clock/now@2.0.0"]],
])("an interface that is missing is named as the types of a contract name it: %s", async (_, topic, keys) => {
  const guest = inject("typedGuests").find(
    (one) => one.topic === topic && one.language === "c" && one.target === "core",
  );
  const error = await failure(() => loadPlugin(guest?.path ?? `no guest ${topic}`));
  const named = (error.missing ?? []).map(({ cure }) => /imports: \{ "([^"]+)": /.exec(cure ?? "")?.[1]);
  expect([...new Set(named)]).toEqual(keys);
});
