import type { PluginMetadata } from "./plugin-metadata.ts";

/**
 * The section `registry-metadata`, which tools wrote until 2025, before each field had a section: JSON with `authors`,
 * `description`, `license` and `links`. Throws where it is no JSON; what has another shape is passed over.
 */
export function readRegistryMetadata(text: string): PluginMetadata {
  const { authors, description, license, links } = record(JSON.parse(text));
  const linked = (kind: string): string | undefined => {
    return textual(
      list(links)
        .map(record)
        .find(({ ty }) => ty === kind)?.["value"],
    );
  };
  return {
    authors: list(authors)
      .flatMap((author) => textual(author) ?? [])
      .join(", "),
    description: textual(description),
    licenses: textual(license),
    source: linked("Repository"),
    homepage: linked("Homepage"),
  };
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textual(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
