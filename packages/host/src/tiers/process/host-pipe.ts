import { type PluginProcess, serialized, startPluginProcess } from "../../platform/plugin-process.ts";
import type { Ended, HostLine } from "../host/host-line.ts";
import { Area } from "../wire/area.ts";
import type { GuestStart } from "../wire/guest-start.ts";
import { type Message, type Said, said } from "../wire/message.ts";
import { framed, type Head, headBytes, headOf, mostBodyBytes } from "./frame.ts";

/** A process for a plugin, and the line to it. */
export function openProcess(ended: Ended): HostLine {
  return new HostPipe(ended);
}

/** The host's end of two pipes. It believes nothing: a guest that does not keep to the turns, or to bounds, is ended. */
class HostPipe implements HostLine {
  area: Area = new Area(new ArrayBuffer(2 ** 16));
  readonly #process: PluginProcess;
  readonly #ended: Ended;
  /** Whether it is the guest's turn. */
  #isWaiting = true;
  readonly #headBytes = new Uint8Array(headBytes);
  #filled = 0;
  #head: Head | undefined;
  #message: Message | undefined;
  #come: (() => void) | undefined;

  constructor(ended: Ended) {
    this.#ended = ended;
    this.#process = startPluginProcess({ ended, wrote: (bytes) => this.#wrote(bytes) });
  }

  grow(bytes: number): void {
    this.area = new Area(new ArrayBuffer(2 ** Math.ceil(Math.log2(bytes))));
  }

  load(start: GuestStart): void {
    this.#say(said.load, 0, serialized(start));
  }

  say(kind: Said, index: number): void {
    this.#say(kind, index, this.area.bytes.subarray(0, this.area.top));
  }

  take(come: () => void): Message | undefined {
    const message = this.#message;
    this.#message = undefined;
    if (message === undefined && this.#isWaiting) this.#come = come;
    return message;
  }

  hold(isHeld: boolean): void {
    this.#process.hold(isHeld);
  }

  end(): void {
    this.#come = undefined;
    this.#isWaiting = false;
    this.#process.kill();
  }

  #say(kind: Said, index: number, body: Uint8Array): void {
    this.#isWaiting = true;
    this.#filled = 0;
    for (const piece of framed(kind, index, body)) this.#process.write(piece);
  }

  /** Gathers one message. What comes beyond it was not asked for. */
  #wrote(bytes: Uint8Array): void {
    let rest = bytes;
    if (this.#head === undefined) {
      const part = rest.subarray(0, headBytes - this.#filled);
      this.#headBytes.set(part, this.#filled);
      this.#filled += part.length;
      rest = rest.subarray(part.length);
      if (this.#filled === headBytes) this.#begin(headOf(this.#headBytes));
    }
    const head = this.#head;
    if (!this.#isWaiting || (head !== undefined && rest.length > head.length - this.area.top)) {
      this.#refuse("it spoke out of its turn");
      return;
    }
    if (head === undefined) return;
    this.#append(rest);
    if (this.area.top < head.length) return;
    this.#head = undefined;
    this.#isWaiting = false;
    this.#message = head;
    this.#come?.();
  }

  #begin(head: Head): void {
    this.#head = head;
    this.#filled = 0;
    this.area.top = 0;
    if (head.length > mostBodyBytes) this.#refuse(`it says to have ${head.length} bytes to say`);
  }

  /** Memory is for what has come, and not for what was announced. */
  #append(bytes: Uint8Array): void {
    const { area } = this;
    const end = area.top + bytes.length;
    if (end > area.bytes.length) {
      this.grow(end);
      this.area.bytes.set(area.bytes.subarray(0, area.top));
    }
    this.area.bytes.set(bytes, area.top);
    this.area.top = end;
  }

  #refuse(why: string): void {
    this.#isWaiting = false;
    this.#ended(`what came from its process is no message: ${why}`);
  }
}
