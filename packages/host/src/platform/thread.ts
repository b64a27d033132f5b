// The program of a thread with a plugin in it.
import { GuestTalk } from "../tiers/guest/guest-talk.ts";
import { loadGuest } from "../tiers/guest/load-guest.ts";
import { GuestMailbox, type MailboxMemory } from "../tiers/thread/mailbox.ts";
import { threadPort } from "./plugin-thread.ts";

const port = threadPort();
const talk = new GuestTalk(new GuestMailbox(port.data as MailboxMemory, port));
const start = talk.begin();
try {
  talk.serve(await loadGuest(start, talk));
} catch (error) {
  talk.fail(error);
}
