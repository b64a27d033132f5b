import { messageOf, PluginError, reentry } from "@polyplug/errors";
import type { Life } from "../../life/life.ts";
import { contextStorage } from "../../platform/context-storage.ts";
import type { CallRecord } from "../../record/recording-boundary.ts";
import { type Area, bodyStart } from "../wire/area.ts";
import { errorOf, readRecord } from "../wire/fault-record.ts";
import type { GuestStart } from "../wire/guest-start.ts";
import { type Message, pageBytes, type Said, said, writing } from "../wire/message.ts";
import type { WireFunction } from "../wire/packing.ts";
import { resultOf } from "../wire/result-values.ts";
import { CallWatch, type Watched } from "./call-watch.ts";
import { type CallSubject, type GuestCall, guestCall } from "./guest-call.ts";
import type { HostFunctions } from "./host-functions.ts";
import type { HostLine } from "./host-line.ts";
import { Inquiry } from "./inquiry.ts";
import { Staging } from "./staging.ts";

/** What a conversation is about. */
export interface Topic {
  readonly life: Life;
  readonly functions: HostFunctions;
  /** Whether a call of the host may run within one of its functions that the guest called. */
  readonly reenters: boolean;
  /** Milliseconds after which a call that was not answered ends the guest. */
  readonly patience: number;
  /** Milliseconds more in which a guest that computes may end itself. */
  readonly grace: number;
  readonly overdue: (subject: CallSubject) => PluginError;
  /** Whether the guest is still asked for something when its plugin has ended by itself. */
  readonly outlives: boolean;
  /** What is told of the call that is being made. */
  readonly recorded: () => CallRecord | undefined;
}

/**
 * All that host and guest say to each other: calls one after another as they were made, and within each what the guest
 * asks of the host. Whatever ends the guest ends every call that has not been answered.
 */
export class Conversation {
  readonly #line: HostLine;
  readonly #topic: Topic;
  readonly #queue: GuestCall[] = [];
  /** What is under way, the innermost last: calls of the guest, and calls of the host within them. */
  readonly #stack: (GuestCall | Inquiry)[] = [];
  readonly #staging: Staging = new Staging();
  readonly #come = (): void => this.#pump();
  #isPumping = false;
  /** Calls wait until the plugin is set up. */
  #isLoaded = false;
  /** Whether there is a guest, which may outlive its plugin. */
  #isOpen = true;
  #memoryBytes = 0;
  /** Watches the outermost call. */
  readonly #watch: CallWatch;

  constructor(line: HostLine, topic: Topic) {
    this.#line = line;
    this.#topic = topic;
    const watched: Watched = {
      isBusy: () => this.#stack.length > 0 && this.#isOpen,
      awaitsHost: () => this.#stack.at(-1) instanceof Inquiry,
      hold: (isHeld) => line.hold(isHeld),
      overdue: () => this.#fail(topic.overdue),
    };
    this.#watch = new CallWatch(watched, toStart);
  }

  /**
   * Waits until the guest is there, whose turn it is from the beginning, and has it load a plugin. Where that fails, so does
   * every call that waits for it.
   */
  async load(subject: CallSubject, start: GuestStart): Promise<void> {
    try {
      await this.#setUp(subject, start);
    } catch (error) {
      const { life } = this.#topic;
      if (life.alive) this.#endedWith(error);
      throw error;
    }
    this.#isLoaded = true;
    this.#pump();
  }

  async #setUp(subject: CallSubject, start: GuestStart): Promise<void> {
    await this.#step(subject, said.started);
    try {
      this.#line.load(start);
    } catch (cause) {
      const reason = `what it is given cannot be handed over: ${messageOf(cause)}`;
      throw new PluginError({ code: "bad-argument", action: subject.action, reason, cause });
    }
    await this.#step(subject, said.linked);
    this.#watch.allow(this.#topic.patience, this.#topic.grace);
    this.#line.area.top = bodyStart;
    this.#line.say(said.setUp, 0);
    await this.#step(subject, said.ready);
  }

  /** Waits for what the guest says next. */
  #step(subject: CallSubject, expects: Said): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const { life } = this.#topic;
      if (!life.alive) throw life.refusal(subject.action);
      this.#stack.push(guestCall(subject, { wire: loading, index: 0, expects, resolve, reject }));
      this.#pump();
    });
  }

  /** Calls an export. Arguments that do not fit are refused before anything is said. */
  call(
    subject: CallSubject,
    wire: WireFunction,
    index: number,
    args: readonly unknown[],
    signal: AbortSignal | undefined,
  ): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const { life, reenters } = this.#topic;
      if (!life.alive) throw life.refusal(subject.action, subject.exported);
      if (signal?.aborted) throw this.#aborted(subject, signal);
      const within = this.#inquiry();
      // What the plugin calls while it is set up would wait for that.
      if (within !== undefined && !(reenters && this.#isLoaded))
        throw reentry(subject.action, { plugin: life.plugin, export: subject.exported });
      const record = this.#topic.recorded();
      const call = guestCall(subject, { wire, index, record, within, signal, resolve, reject });
      this.#place(call, args);
      this.#listen(call);
      this.#pump();
    });
  }

  /** Asks for what outlives the plugin, in its turn. */
  ask(subject: CallSubject, wire: WireFunction, index: number, args: readonly unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (!this.#isOpen) throw this.#topic.life.refusal(subject.action);
      const within = this.#inquiry();
      const call = guestCall(subject, { wire, index, asks: "remains", within, resolve, reject });
      this.#place(call, args);
      this.#pump();
    });
  }

  #place(call: GuestCall, args: readonly unknown[]): void {
    if (this.#queue.length === 0 && this.#mayBegin(call)) {
      writing(this.#line, (area) => this.#write(call, area, args));
      this.#begin(call);
      return;
    }
    this.#staging.write((area) => this.#write(call, area, args));
    call.body = this.#staging.taken();
    this.#queue.push(call);
  }

  /** Bytes of memory that the plugin had when it last said something. */
  get memoryBytes(): number {
    return this.#memoryBytes;
  }

  /** Ends every call of a plugin that has ended by itself, and the guest if nothing more can be asked of it. */
  finish(): void {
    if (!this.#topic.outlives || !this.#isLoaded || this.#stack.length > 0) {
      this.end((call) => this.#refusal(call));
      return;
    }
    this.#topic.functions.end();
    for (const call of this.#queue.filter(({ asks }) => asks === "plugin")) {
      this.#queue.splice(this.#queue.indexOf(call), 1);
      call.stopListening?.();
      call.reject(this.#refusal(call));
    }
    this.#pump();
  }

  /** Ends the guest, and with it every call that has not been answered. */
  end(errorFor: (call: CallSubject) => PluginError): void {
    this.#isOpen = false;
    this.#line.end();
    this.#topic.functions.end();
    this.#watch.stop();
    const stack = this.#stack.splice(0);
    for (const call of [...stack].reverse()) if (!(call instanceof Inquiry)) call.record?.fails(errorFor(call));
    for (const call of [...stack, ...this.#queue.splice(0)]) {
      if (call instanceof Inquiry) continue;
      call.stopListening?.();
      call.reject(errorFor(call));
    }
  }

  #write(call: GuestCall, area: Area, args: readonly unknown[]): void {
    call.loans = call.wire.args.write(area, args);
  }

  /** The call of the guest within which this code runs, if it has not been answered. */
  #inquiry(): Inquiry | undefined {
    if (this.#topic.functions.isEmpty) return undefined;
    for (let one = contextStorage<Inquiry>().getStore(); one !== undefined; one = one.outer) {
      if (this.#stack.includes(one)) return one;
    }
    return undefined;
  }

  /** Whether the guest waits for just this. */
  #mayBegin({ within }: GuestCall): boolean {
    return this.#isLoaded && this.#stack.at(-1) === within;
  }

  #begin(call: GuestCall): void {
    const { patience, grace } = this.#topic;
    if (this.#stack.length === 0) {
      if (call.asks === "plugin") this.#watch.allow(patience, grace);
      else this.#watch.allow(toAnswer);
    }
    this.#stack.push(call);
    call.record?.begins();
    this.#line.say(said.call, call.index);
  }

  /** Says what there is to say, and hears what the guest says to that, until it thinks. */
  #pump(): void {
    // A function of the host that runs in here may call the guest.
    if (this.#isPumping) return;
    this.#isPumping = true;
    try {
      do this.#sayNext();
      while (this.#hear());
    } finally {
      this.#isPumping = false;
    }
    this.#watch.keep();
  }

  #sayNext(): void {
    const top = this.#stack.at(-1);
    if (top instanceof Inquiry && top.answer !== undefined) {
      this.#stack.pop();
      // Who did not wait for a call within it finds it made after all, one further out.
      const outer = this.#stack.findLast((one) => one instanceof Inquiry);
      for (const call of this.#queue) if (call.within === top) call.within = outer;
      top.answer(this.#line);
      return;
    }
    if (this.#queue.length === 0) return;
    const index = this.#queue.findIndex((call) => this.#mayBegin(call));
    const [call] = index === -1 ? [] : this.#queue.splice(index, 1);
    if (call === undefined) return;
    const body = call.body ?? new Uint8Array(0);
    const end = bodyStart + body.length;
    if (end > this.#line.area.bytes.length) this.#line.grow(end);
    this.#line.area.bytes.set(body, bodyStart);
    this.#line.area.top = end;
    this.#begin(call);
  }

  /** Hears what the guest has said, if it has. */
  #hear(): boolean {
    const message = this.#line.take(this.#come);
    if (message === undefined) return false;
    try {
      this.#take(message);
    } catch (cause) {
      const reason = `what it said cannot be understood: ${messageOf(cause)}`;
      this.#fail((subject) => this.#error("trap", subject, reason, cause));
    }
    return this.#isOpen;
  }

  #take({ kind, index }: Message): void {
    if (kind === said.hostCall) {
      this.#asked(index);
      return;
    }
    const call = this.#stack.at(-1);
    if (call === undefined || call instanceof Inquiry) throw new TypeError("nothing was asked");
    if (kind === said.failure) {
      this.#failed(call, index === 1 ? "ended" : "alive");
      return;
    }
    if (kind !== call.expects) throw new RangeError(`it is of the kind ${kind} where ${call.expects} was expected`);
    this.#memoryBytes = index * pageBytes;
    this.#replied(call);
  }

  /** The guest calls a function of the host. */
  #asked(index: number): void {
    const { functions } = this.#topic;
    const asked = functions.get(index);
    const storage = contextStorage<Inquiry>();
    const inquiry = new Inquiry(asked, asked.wire.args.read(this.#line.area), functions, storage.getStore());
    this.#stack.push(inquiry);
    storage.run(inquiry, () => inquiry.run(() => this.#pump()));
  }

  /** A call failed, and the plugin with it or not. */
  #failed(call: GuestCall, plugin: "ended" | "alive"): void {
    const error = errorOf(readRecord(this.#line.area), (id) => this.#topic.functions.thrown(id));
    this.#stack.pop();
    this.#settle(call);
    call.reject(error);
    if (plugin === "ended" && this.#topic.life.alive) this.#endedWith(error, call);
    else call.record?.fails(error);
  }

  /** A call gave something. */
  #replied(call: GuestCall): void {
    const { values } = call.wire.result.read(this.#line.area);
    this.#stack.pop();
    this.#settle(call);
    let result: unknown;
    try {
      result = resultOf(call.wire, values);
    } catch (error) {
      call.record?.fails(error);
      call.reject(error);
      return;
    }
    call.resolve(result);
    call.record?.gives(result);
  }

  /** The plugin has ended of its own, and told so. */
  #endedWith(error: unknown, call?: GuestCall): void {
    const { life } = this.#topic;
    const fault = PluginError.is(error) ? error : undefined;
    life.finish(fault?.code === "exited" ? "exited" : "poisoned", fault);
    call?.record?.fails(error);
    this.finish();
  }

  /** Why a call is not made. What the plugin could not be set up for is news to whoever waited for that. */
  #refusal({ action, exported }: CallSubject): PluginError {
    const { life } = this.#topic;
    if (this.#isLoaded || life.end !== "poisoned" || life.fault === undefined) return life.refusal(action, exported);
    return life.fault.within(action, { plugin: life.plugin, export: exported });
  }

  /** Ends the guest for a reason that every call under way is told. */
  #fail(errorFor: (call: CallSubject) => PluginError): void {
    const { life } = this.#topic;
    const running = this.#stack.flatMap((one): CallSubject[] => (one instanceof Inquiry ? [] : [one]));
    const fault = errorFor(running[0] ?? { action: `call ${life.plugin}` });
    if (life.alive) life.finish("poisoned", fault);
    this.end((call) => (running.includes(call) ? errorFor(call) : this.#refusal(call)));
  }

  /** The guest is no more, though nobody here ended it. */
  ended(why: string, cause?: unknown): void {
    if (!this.#isOpen) return;
    this.#fail((subject) => this.#error("trap", subject, why, cause));
  }

  #settle(call: GuestCall): void {
    call.stopListening?.();
    call.loans?.end();
  }

  #listen(call: GuestCall): void {
    const { signal } = call;
    if (signal === undefined) return;
    const abort = (): void => {
      const error = this.#aborted(call, signal);
      const waiting = this.#queue.indexOf(call);
      if (waiting === -1) {
        this.#fail((one) => (one === call ? error : this.#error("aborted", one, "a call before it was given up")));
      } else {
        this.#queue.splice(waiting, 1);
        call.loans?.end();
        call.reject(error);
      }
    };
    signal.addEventListener("abort", abort, { once: true });
    call.stopListening = () => signal.removeEventListener("abort", abort);
  }

  #aborted(subject: CallSubject, { reason }: AbortSignal): PluginError {
    return this.#error("aborted", subject, "its signal was aborted", reason);
  }

  #error(code: "aborted" | "trap", { action, exported }: CallSubject, reason: string, cause?: unknown): PluginError {
    const { plugin } = this.#topic.life;
    return new PluginError({ code, action, reason, plugin, export: exported, cause });
  }
}

/** Milliseconds that a thread or a process may take to be there. */
const toStart = 30_000;

/** Milliseconds that what outlives a plugin may be waited for: it runs no code of the plugin's. */
const toAnswer = 30_000;

/** Nothing is passed when a plugin is loaded. */
const loading: WireFunction = {
  args: { write: () => undefined, read: () => ({ values: [], loans: undefined }) },
  result: { write: () => undefined, read: () => ({ values: [], loans: undefined }) },
  fails: false,
  gives: "one",
};
