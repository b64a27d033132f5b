import type { WorldItemsExports } from "test:world-items/world-items@1.0.0";
import printLine from "print-line";
import { getNumber } from "settings";
import swap from "swap";

export const sayHello: WorldItemsExports["sayHello"] = (name) => printLine(`hello ${name}`);

export const twiceSwapped: WorldItemsExports["twiceSwapped"] = (value) => swap(swap(value));

export const tools: WorldItemsExports["tools"] = {
  doubleIt: (name) => (getNumber(name) ?? 0) * 2,
};
