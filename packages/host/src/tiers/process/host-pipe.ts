import { type PluginProcess, serialized, startPluginProcess } from "../../platform/plugin-process.ts";
import type { Ended, HostLine } from "../host/host-line.ts";
import { Area, areaBytes, bodyStart, firstAreaBytes } from "../wire/area.ts";
import type { GuestStart } from "../wire/guest-start.ts";
import { type Message, type Said, said } from "../wire/message.ts";
import { messageStart, mostBodyBytes, readHead, writeHead } from "./frame.ts";

/** A process for a plugin, and the line to it. */
export function openProcess(ended: Ended): HostLine {
  return new HostPipe(ended);
}

/** The host's end of two pipes. It believes nothing: a guest that does not keep to the turns, or to bounds, is ended. */
class HostPipe implements HostLine {
  area: Area = new Area(new ArrayBuffer(firstAreaBytes));
  readonly #process: PluginProcess;
  readonly #ended: Ended;
  /** Whether it is the guest's turn. */
  #isWaiting = true;
  #message: Message | undefined;
  #come: (() => void) | undefined;

  constructor(ended: Ended) {
    this.#ended = ended;
    this.area.top = messageStart;
    this.#process = startPluginProcess({ ended, wrote: (bytes) => this.#wrote(bytes) });
  }

  grow(bytes: number): void {
    this.area = new Area(new ArrayBuffer(areaBytes(bytes)));
  }

  load(start: GuestStart): void {
    const body = serialized(start);
    writeHead(this.area, { length: body.length, kind: said.load, index: 0 });
    this.#write(this.area.bytes.subarray(messageStart, bodyStart), body);
  }

  say(kind: Said, index: number): void {
    const { area } = this;
    writeHead(area, { length: area.top - bodyStart, kind, index });
    this.#write(area.bytes.subarray(messageStart, area.top));
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

  #write(...pieces: readonly Uint8Array[]): void {
    this.#isWaiting = true;
    this.area.top = messageStart;
    for (const piece of pieces) this.#process.write(piece);
  }

  /** Gathers one message. What comes beyond it was not asked for. */
  #wrote(bytes: Uint8Array): void {
    if (!this.#isWaiting) {
      this.#refuse("it spoke out of its turn");
      return;
    }
    const end = this.#append(bytes);
    if (end < bodyStart) return;
    const { length, kind, index } = readHead(this.area);
    if (length > mostBodyBytes) this.#refuse(`it says to have ${length} bytes to say`);
    else if (end > bodyStart + length) this.#refuse("it spoke out of its turn");
    if (!this.#isWaiting || end < bodyStart + length) return;
    this.#isWaiting = false;
    this.#message = { kind, index };
    this.#come?.();
  }

  /** Memory is for what has come, and not for what was announced. Gives where what has come ends. */
  #append(bytes: Uint8Array): number {
    const { area } = this;
    const end = area.top + bytes.length;
    if (end > area.bytes.length) {
      this.grow(end);
      this.area.bytes.set(area.bytes.subarray(0, area.top));
    }
    this.area.bytes.set(bytes, area.top);
    this.area.top = end;
    return end;
  }

  #refuse(why: string): void {
    this.#isWaiting = false;
    this.#ended(`what came from its process is no message: ${why}`);
  }
}
