import { type PluginThread, startPluginThread } from "../../platform/plugin-thread.ts";
import type { Ended, HostLine } from "../host/host-line.ts";
import { HostMailbox, type MailboxMemory, newMailbox } from "./mailbox.ts";

/** A thread for a plugin, and the line to it. */
export function openThread(ended: Ended): HostLine {
  const mailbox = newMailbox();
  return new ThreadLine(mailbox, startPluginThread(mailbox, ended));
}

class ThreadLine extends HostMailbox implements HostLine {
  readonly #thread: PluginThread;

  constructor(mailbox: MailboxMemory, thread: PluginThread) {
    super(mailbox, thread);
    this.#thread = thread;
  }

  hold(isHeld: boolean): void {
    this.#thread.hold(isHeld);
  }

  end(): void {
    this.close();
    this.#thread.terminate();
  }
}
