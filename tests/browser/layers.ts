/** Matches the address of a layer, in whose name the build has put a hash. */
export function layerAt(name: string): RegExp {
  const dot = name.lastIndexOf('.');
  return new RegExp(`/layers/${name.slice(0, dot)}\\.[\\da-f]{8}\\${name.slice(dot)}$`);
}

/** A layer's name without the hash, of the last part of an address. */
export function layerName(address: string): string {
  return (address.split('/').at(-1) ?? '').replace(/\.[\da-f]{8}(?=\.\w+$)/, '');
}
