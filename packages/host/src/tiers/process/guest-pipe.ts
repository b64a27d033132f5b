import { deserialized, type HostPipes } from "../../platform/plugin-process.ts";
import type { GuestLine } from "../guest/guest-talk.ts";
import { Area } from "../wire/area.ts";
import type { GuestStart } from "../wire/guest-start.ts";
import type { Message, Said } from "../wire/message.ts";
import { framed, headBytes, headOf } from "./frame.ts";

/** The guest's end of two pipes. It believes its host, and waits for it. */
export class GuestPipe implements GuestLine {
  area: Area = new Area(new ArrayBuffer(2 ** 16));
  readonly #pipes: HostPipes;
  /** What was read at once, a message mostly. */
  readonly #read = new Uint8Array(2 ** 16);

  constructor(pipes: HostPipes) {
    this.#pipes = pipes;
  }

  grow(bytes: number): void {
    this.area = new Area(new ArrayBuffer(2 ** Math.ceil(Math.log2(bytes))));
  }

  say(kind: Said, index: number): void {
    for (const piece of framed(kind, index, this.area.bytes.subarray(0, this.area.top))) this.#pipes.write(piece);
  }

  hear(): Message {
    let filled = 0;
    while (filled < headBytes) filled += this.#pipes.read(this.#read, filled, this.#read.length - filled);
    const { length, kind, index } = headOf(this.#read);
    if (length > this.area.bytes.length) this.grow(length);
    const { bytes } = this.area;
    bytes.set(this.#read.subarray(headBytes, filled));
    for (let at = filled - headBytes; at < length; ) at += this.#pipes.read(bytes, at, length - at);
    this.area.top = length;
    return { kind, index };
  }

  handed(): GuestStart {
    return deserialized(this.area.bytes.slice(0, this.area.top)) as GuestStart;
  }
}
