import { piecesOf, type Piece } from './pieces.ts';

/** Where datasets are downloaded: a page of theirs, and a line whose name leads there. */
interface Download {
  url: string;
  pieces: Piece[];
}

const line = (url: string, sentence: string, name: string): Download => ({
  url,
  pieces: piecesOf(sentence, { name }, 'name'),
});

/** Of where files are had. The page itself asks none of these hosts. */
export const DOWNLOADS = {
  title: 'Where to download datasets',
  datasets: [
    line(
      'https://ucdp.uu.se/downloads/',
      '{name} (GED and Candidate Events): free, CSV. Drop the file or its zip as it is.',
      'UCDP',
    ),
    line(
      'https://acleddata.com/',
      '{name}: with an account of your own, CSV or Excel. Drop the file or its zip as it is.',
      'ACLED',
    ),
    line(
      'https://www.start.umd.edu/download-global-terrorism-database',
      '{name}: on request, Excel. Drop the workbook or its zip as it is.',
      'GTD',
    ),
  ],
} as const;
