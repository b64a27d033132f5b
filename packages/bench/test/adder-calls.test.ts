import { instantiateDirectly } from "@polyplug/bench";
import type {} from "@polyplug/built-guests";
import { expect, inject, test } from "vitest";
import { type Adder, loadAdders } from "../src/cases/loaded-adder.ts";

const guests = inject("guests").filter(({ topic }) => topic === "adder");

test.for(guests)("$language for $target answers without the host", async (guest) => {
  const { adder } = (await instantiateDirectly(guest)) as Adder;
  expect([adder(2, 4), adder(1, 7)]).toEqual([6, 8]);
});

test("every adder is timed but the one that writes", async () => {
  const adders = await loadAdders(guests);
  expect(adders.map(({ guest: { language, target } }) => `${language} ${target}`)).toEqual([
    "rust wasm32-unknown-unknown",
    "c wasm32-wasip1",
    "cpp wasm32-wasip1",
    "go wasm32-wasip1",
    "assemblyscript wasm32",
  ]);
});
