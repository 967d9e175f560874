/** Columns and rows of the grid. */
export const TILE_COLUMNS = 9;
export const TILE_ROWS = 7;

/**
 * A tile for each district of Khyber Pakhtunkhwa, as `[column, row]` from the north-west: as near as whole tiles come to
 * where the districts lie. Found by annealing over the distance from the label points, the neighbours that touch and
 * the directions to them, and mended by hand; of 81 pairs of neighbours 71 touch, by an edge or a corner.
 */
export const TILES: Readonly<Record<string, readonly [column: number, row: number]>> = {
  abbottabad: [8, 4],
  bajaur: [4, 2],
  bannu: [2, 5],
  battagram: [8, 2],
  buner: [6, 3],
  charsadda: [5, 4],
  'dera-ismail-khan': [1, 6],
  hangu: [2, 4],
  haripur: [7, 4],
  karak: [3, 5],
  khyber: [3, 3],
  kohat: [3, 4],
  'kolai-palas': [7, 2],
  kurram: [1, 3],
  'lakki-marwat': [2, 6],
  'lower-chitral': [5, 0],
  'lower-dir': [5, 2],
  'lower-kohistan': [7, 1],
  malakand: [5, 3],
  mansehra: [8, 3],
  mardan: [6, 4],
  mohmand: [4, 3],
  'north-waziristan': [1, 4],
  nowshera: [5, 5],
  orakzai: [2, 3],
  peshawar: [4, 4],
  shangla: [6, 2],
  'south-waziristan': [0, 5],
  swabi: [6, 5],
  swat: [6, 1],
  tank: [1, 5],
  torghar: [7, 3],
  'upper-chitral': [6, 0],
  'upper-dir': [5, 1],
  'upper-kohistan': [8, 1],
};
