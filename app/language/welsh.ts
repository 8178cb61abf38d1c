/**
 * The type that makes a missing Welsh word fail the type check. English plurals come as `x_one`, `x_other`;
 * Welsh has six forms (0, 1, 2, 3, 6, the rest), and each must be written out because numbers mutate nouns.
 */
type Form = "zero" | "one" | "two" | "few" | "many" | "other";
type WelshKey<K> = K extends `${infer Base}_one` | `${infer Base}_other` ? `${Base}_${Form}` : K;

export type Welsh<T> = { readonly [K in keyof T as WelshKey<K>]: T[K] extends string ? string : Welsh<T[K]> };
