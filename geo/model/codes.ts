/** What the words for a code are made with: named plain values. What differs from row to row is no part of it. */
export type Params = Readonly<Record<string, string | number | readonly string[]>>;

/** Of a code that says all by itself. */
export type None = Readonly<Record<string, never>>;

/** The arguments that a code's params are: none where it has none. */
export type ParamsArgument<P> = P extends None ? [] : [params: P];

/** The words for each code of a table of codes: the compiler asks for every one. */
export type Wording<T> = { readonly [C in keyof T]: (params: T[C]) => string };
