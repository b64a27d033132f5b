// The program of a thread with a plugin in it.
import { useBoardIn } from "../limits/meter-board.ts";
import { GuestTalk } from "../tiers/guest/guest-talk.ts";
import { loadGuest } from "../tiers/guest/load-guest.ts";
import { GuestMailbox } from "../tiers/thread/mailbox.ts";
import type { ThreadStart } from "../tiers/thread/open-thread.ts";
import { threadPort } from "./plugin-thread.ts";

const port = threadPort();
const { mailbox, page } = port.data as ThreadStart;
if (page !== undefined) useBoardIn(page);
const talk = new GuestTalk(new GuestMailbox(mailbox, port));
const start = talk.begin();
try {
  talk.serve(await loadGuest(start, talk));
} catch (error) {
  talk.fail(error);
}
