/** Why a target is missed, by case, as far as it has been found out. */
export const explanations: Readonly<Record<string, string>> = {};
