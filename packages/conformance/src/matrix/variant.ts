import { type Lowering, type StartingGrant, typedLanguages } from "@polyplug/toolchains";

/** A row of the matrix: a language, and where it has several generators one of them. */
export interface Variant {
  readonly language: string;
  readonly generator?: string | undefined;
  /** As people write it: `Rust`, `JavaScript, componentize-js`. */
  readonly title: string;
  /** The source of its guests. */
  readonly file: string;
  readonly lowerings: readonly Lowering[];
  /** What its guests cannot start without. */
  readonly grant: StartingGrant;
}

/** The rows of the matrix. */
export const variants: readonly Variant[] = typedLanguages.flatMap(({ language, title, file, compilers, grant = {} }) =>
  compilers.map(({ generator, makes }) => ({
    language,
    generator,
    title: compilers.length > 1 ? `${title}, ${generator}` : title,
    file,
    lowerings: makes === "core" ? ["core", "component"] : ["component"],
    grant,
  })),
);

/** What known failures and excuses go by: languages that share a generator share its faults, and may have others. */
export function culprits({ language, generator }: Pick<Variant, "language" | "generator">): readonly string[] {
  return generator === undefined ? [language] : [language, generator];
}
