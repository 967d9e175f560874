import '../no-eval.ts';
import type { MarkColumns } from '../map/marks.ts';
import { prepare, type Prepared } from '../map/prepared.ts';

/** Answers columns with what is drawn and picked of them. */
self.onmessage = ({ data }: MessageEvent<MarkColumns>) => {
  const prepared = prepare(data);
  self.postMessage(prepared, { transfer: buffersOf(prepared) });
};

function buffersOf({ marks, places: { groups, shelves, crowd } }: Prepared): ArrayBuffer[] {
  const arrays = [
    marks.floats,
    marks.long,
    groups.begin,
    groups.rows,
    crowd.rows,
    ...shelves.map(({ places }) => places),
  ];
  return [...arrays.map(({ buffer }) => buffer), crowd.index, ...shelves.map(({ index }) => index)];
}
