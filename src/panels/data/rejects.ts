import { rejectAt } from '../../../geo/import/rejects.ts';
import type { ImportReport } from '../../../geo/import/report.ts';
import { reasonText, valueText } from '../../text/findings.ts';
import { saveFile } from '../../state/save.ts';

const THERE_ALREADY: readonly string[] = ['duplicate-id', 'duplicate-row'];

/** Whether nothing was taken as the incidents of all rows are there already. */
export function isAllThere({ accepted, rejects }: Pick<ImportReport, 'accepted' | 'rejects'>): boolean {
  const { reasons } = rejects;
  return accepted === 0 && reasons.length > 0 && reasons.every(({ code }) => THERE_ALREADY.includes(code));
}

/** Saves the rows that were not taken, whole and with the reasons, to be mended and opened again. */
export async function saveRejects({ file, layout, rejects }: ImportReport): Promise<void> {
  const { rejectsFile } = await import('../../../geo/formats/rejects.ts');
  const { extension, head, line, end } = rejectsFile(layout, { reasonText, valueText });
  const parts = [head];
  for (let i = 0; i < rejects.size; i++) parts.push(line(rejectAt(rejects, i), i === 0));
  parts.push(end);
  saveFile(`${file.replace(/\.[^.]*$/, '')}-rejected.${extension}`, new Blob(parts));
}
