import { err, Result, Unit } from "@polyplug/sdk-assemblyscript";

let pages: i32 = 0;

export function text(length: u32): string {
  return "x".repeat(length);
}

export function words(count: u32): string[] {
  const words = new Array<string>(count);
  for (let i = 0; i < words.length; i++) words[i] = "x".repeat(100);
  return words;
}

export function refuse(length: u32): Result<Unit, string> {
  return err<Unit, string>("x".repeat(length));
}

export function take(values: string[]): u32 {
  return values.length;
}

export function grown(): u32 {
  const before = pages;
  pages = memory.size();
  return pages - before;
}
