import { adapters, type FailedGuest, typedLanguages } from "@polyplug/toolchains";

/** A guest's language as people write it, and what it is compiled for where that is known. */
export function guestTitle(guest: Pick<FailedGuest, "language" | "target">): string {
  return [languageTitle(guest), ...(guest.target === undefined ? [] : [guest.target])].join(" for ");
}

export function languageTitle({ language }: Pick<FailedGuest, "language">): string {
  const typed = typedLanguages.find((one) => one.language === language);
  return adapters.get(language)?.title ?? typed?.title ?? language;
}
