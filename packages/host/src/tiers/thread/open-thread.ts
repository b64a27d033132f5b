import { type WatchedPage, watchdogHere } from "../../limits/watchdog.ts";
import { type PluginThread, startPluginThread } from "../../platform/plugin-thread.ts";
import type { Ended, HostLine, WatchedCalls } from "../host/host-line.ts";
import { HostMailbox, type MailboxMemory, newMailbox } from "./mailbox.ts";

/** What such a thread is started with. */
export interface ThreadStart {
  readonly mailbox: MailboxMemory;
  /** Where it has its calls watched, if they are to be. */
  readonly page: WatchedPage | undefined;
}

/** A thread for a plugin, and the line to it. */
export function openThread(ended: Ended, calls: WatchedCalls): HostLine {
  const watchdog = calls === "watched" ? watchdogHere() : undefined;
  const page = watchdog?.lend();
  const mailbox = newMailbox();
  // Once it is taken back it is another thread's.
  let own = page;
  const gone = (): void => {
    if (own !== undefined) watchdog?.takeBack(own);
    own = undefined;
  };
  const start: ThreadStart = { mailbox, page };
  const thread = startPluginThread(start, { ended, gone });
  // The plugin's thread comes first, for which somebody waits.
  if (page !== undefined) watchdog?.watch(page.memory);
  return new ThreadLine(mailbox, thread, () => {
    if (own !== undefined) watchdog?.expire(own);
  });
}

class ThreadLine extends HostMailbox implements HostLine {
  readonly #thread: PluginThread;
  readonly #expire: () => void;

  constructor(mailbox: MailboxMemory, thread: PluginThread, expire: () => void) {
    super(mailbox, thread);
    this.#thread = thread;
    this.#expire = expire;
  }

  hold(isHeld: boolean): void {
    this.#thread.hold(isHeld);
  }

  end(): void {
    this.close();
    // Metered code looks at its page in more places than engines look for an interruption.
    this.#expire();
    this.#thread.terminate();
  }
}
