import { deserialized, type HostPipes } from "../../platform/plugin-process.ts";
import type { GuestLine } from "../guest/guest-talk.ts";
import { Area, areaBytes, bodyStart, firstAreaBytes } from "../wire/area.ts";
import type { GuestStart } from "../wire/guest-start.ts";
import type { Message, Said } from "../wire/message.ts";
import { messageStart, readHead, writeHead } from "./frame.ts";

/** The guest's end of two pipes. It believes its host, and waits for it. */
export class GuestPipe implements GuestLine {
  area: Area = new Area(new ArrayBuffer(firstAreaBytes));
  readonly #pipes: HostPipes;

  constructor(pipes: HostPipes) {
    this.#pipes = pipes;
  }

  grow(bytes: number): void {
    this.area = new Area(new ArrayBuffer(areaBytes(bytes)));
  }

  say(kind: Said, index: number): void {
    const { area } = this;
    writeHead(area, { length: area.top - bodyStart, kind, index });
    this.#pipes.write(area.bytes, messageStart, area.top);
  }

  hear(): Message {
    this.area.top = messageStart;
    this.#readTo(bodyStart);
    const { length, kind, index } = readHead(this.area);
    const end = bodyStart + length;
    if (end > this.area.bytes.length) this.#makeRoom(end);
    this.#readTo(end);
    return { kind, index };
  }

  handed(): GuestStart {
    const { bytes, top } = this.area;
    const start = deserialized(bytes.slice(bodyStart, top)) as GuestStart;
    // It came with a plugin in it, and calls are smaller.
    this.grow(firstAreaBytes);
    return start;
  }

  /** Reads on until what was read ends there at least, and more if that is there: the host says one thing at a time. */
  #readTo(end: number): void {
    const { area } = this;
    while (area.top < end) area.top += this.#pipes.read(area.bytes, area.top, area.bytes.length - area.top);
  }

  #makeRoom(bytes: number): void {
    const { bytes: begun, top } = this.area;
    this.grow(bytes);
    this.area.bytes.set(begun.subarray(0, top));
    this.area.top = top;
  }
}
