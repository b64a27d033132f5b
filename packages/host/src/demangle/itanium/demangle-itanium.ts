import type { NameWriter } from "../name-writer.ts";
import { Refusal } from "../refusal.ts";
export function demangleItanium(symbol: string, name: NameWriter): void {
  throw new Refusal();
}
