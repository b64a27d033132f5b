import printLine from "print-line";
import { getNumber } from "settings";
import swap from "swap";

export const sayHello = (name) => printLine(`hello ${name}`);

export const twiceSwapped = (value) => swap(swap(value));

export const tools = {
  doubleIt: (name) => (getNumber(name) ?? 0) * 2,
};
