/** So many texts are remembered: enough for the names of any dataset, bounded for files in which no two are alike. */
const MOST = 50_000;

/** `make`, which is called once for each text: the same names, days and places come again and again in a table. */
export function memoised<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) {
      value = make(text);
      if (known.size >= MOST) known.clear();
      known.set(text, value);
    }
    return value;
  };
}
