// The program of a process with a plugin in it.
import { GuestTalk } from "../tiers/guest/guest-talk.ts";
import { loadGuest } from "../tiers/guest/load-guest.ts";
import { GuestPipe } from "../tiers/process/guest-pipe.ts";
import { endWithHost } from "./end-with-host.ts";
import { hostPipes } from "./plugin-process.ts";

endWithHost();
const talk = new GuestTalk(new GuestPipe(hostPipes()));
const start = talk.begin();
try {
  talk.serve(await loadGuest(start, talk));
} catch (error) {
  talk.fail(error);
}
