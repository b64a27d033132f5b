import { maxNameLength } from "./limits.ts";
import { NameFull } from "./refusal.ts";

/** Collects the demangled name, and stops the demangler when it is full. */
export class NameWriter {
  text = "";

  write(part: string): void {
    const room = maxNameLength - this.text.length;
    if (part.length > room) {
      this.text += part.slice(0, room);
      throw new NameFull();
    }
    this.text += part;
  }
}
