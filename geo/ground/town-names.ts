/** Other names and spellings of towns, by the name that the places have; as coders write them. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  Alpurai: ['Alpuri'],
  'Attock City': ['Attock', 'Campbellpur'],
  Bamyan: ['Bamian'],
  'Bat Khela': ['Batkhela'],
  'Dera Ghazi Khan': ['D.G. Khan', 'DG Khan'],
  'Dera Ismail Khan': ['D.I. Khan', 'DI Khan'],
  'Fayroz Koh': ['Chaghcharan', 'Firozkoh'],
  Fayzabad: ['Feyzabad'],
  Gardez: ['Gardiz'],
  Gereshk: ['Girishk'],
  Herat: ['Hirat'],
  'Jhang Sadr': ['Jhang'],
  Kandahar: ['Qandahar'],
  Khost: ['Khowst'],
  Kunduz: ['Konduz', 'Qunduz'],
  Lakki: ['Lakki Marwat'],
  'Landi Kotal': ['Landikotal'],
  Loralai: ['Loralie'],
  'Mehtar Lam': ['Mihtarlam', 'Mehterlam'],
  'Miran Shah': ['Miram Shah'],
  Nawabshah: ['Shaheed Benazirabad', 'Benazirabad'],
  Nowshera: ['Naushera'],
  Peshawar: ['Peshawer'],
  'Pul-e Khumri': ['Pul-i-Khumri', 'Puli Khumri'],
  'Qala i Naw': ['Qala-e-Naw', 'Qalay-i-Naw'],
  Saddiqabad: ['Sadiqabad'],
  Sharan: ['Sharana'],
  Shibirghan: ['Sheberghan', 'Shebirghan'],
  'Spin Boldak': ['Spin Buldak'],
  Tarinkot: ['Tarin Kowt', 'Tirin Kot'],
  Timargara: ['Timergara', 'Timurgara'],
  Umarkot: ['Umerkot'],
  Vihari: ['Vehari'],
};

/** All names and spellings of a town. */
export function townNames(name: string): readonly string[] {
  return [name, ...(NAMES[name] ?? [])];
}
