import type { Grant } from "@polyplug/host";

/** What a language's plugins cannot start without: Go's runtime reads the clock and seeds its maps, and ends otherwise. */
export function grantFor(language: string): Grant {
  return language === "go" ? { clock: true, random: true } : {};
}
