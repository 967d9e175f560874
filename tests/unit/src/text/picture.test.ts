import { describe, expect, it } from 'vitest';
import { NO_TALLY, type Tally } from '../../../../geo/store/sums.ts';
import { pictureAlternative, type PictureFigures } from '../../../../src/text/picture.ts';

const tally = (incidents: number, deaths = 0, deathsUnknown = 0, low = deaths, high = deaths): Tally => ({
  ...{ incidents, deaths, deathsUnknown },
  range: { low, high },
});

const LINE = 'The Durand Line, which Afghanistan does not recognise, is drawn over the land.';
const MARKS = 'Colours and shapes of the marks tell what happened, their areas how many were killed.';

const figures: PictureFigures = {
  title: 'Durand Map',
  note: '',
  time: '15 Aug 2021 – 31 Dec 2025',
  filters: [],
  tally: tally(1624, 4321, 17, 4000, 5210),
  districts: [
    { name: 'Khyber', tally: tally(41, 120, 2, 110, 131) },
    { name: 'Kurram', tally: tally(40, 400) },
    { name: 'Torghar', tally: NO_TALLY },
  ],
  sides: { PK: tally(1500, 4000, 15), AF: tally(100, 300, 2), undecided: tally(20, 21), elsewhere: tally(4, 0) },
  colors: { marks: 'type' },
  shading: 'none',
  sketch: null,
  halves: null,
  sources: 'Sources: Durand Map, a selection (CC BY 4.0) · Natural Earth',
};

describe('a picture of the map in words', () => {
  it('tells time, figures with their range and what is not known, where most are, and the sources', () => {
    expect(pictureAlternative(figures)).toBe(
      'Durand Map. A map of incidents, 15 Aug 2021 – 31 Dec 2025: ' +
        '1,624 incidents, about 4,321 killed (4,000–5,210), not known for 17. ' +
        'Among the districts of Khyber Pakhtunkhwa, Khyber has most: ' +
        '41 incidents, about 120 killed (110–131), not known for 2. ' +
        'On the Pakistani side of the Durand Line: 1,500 incidents, about 4,000 killed, not known for 15. ' +
        'On its Afghan side: 100 incidents, about 300 killed, not known for 2. ' +
        'On a side that is not certain: 20 incidents, about 21 killed. In neither country: 4 incidents, none killed. ' +
        `${MARKS} ${LINE} Sources: Durand Map, a selection (CC BY 4.0) · Natural Earth.`,
    );
  });

  it('tells filters, note, what colours the districts, and what an analysis draws', () => {
    const told = pictureAlternative({
      ...figures,
      ...{ title: 'Who ambushed?', note: 'Made for a report', filters: ['Ambush', 'at least 5 killed'] },
      ...{ colors: { marks: 'side' }, shading: 'deaths-per-100k', sketch: 'Hot and cold' },
    });
    expect(told).toMatch(/^Who ambushed\? A map/);
    expect(told).toContain(' Only what passes these filters: Ambush; at least 5 killed. ');
    expect(told).toContain(
      ' Colours and shapes of the marks tell who took part, their areas how many were killed. ' +
        'Colours of the districts tell: killed per 100,000 people. Drawn over it: Hot and cold. ' +
        `${LINE} Note: Made for a report. Sources`,
    );
  });

  it.each([
    [2, 'Among the districts of Khyber Pakhtunkhwa, most are in: A, B; 3 incidents each.'],
    [3, 'Among the districts of Khyber Pakhtunkhwa, most are in: A, B, C; 3 incidents each.'],
    [4, 'Among the districts of Khyber Pakhtunkhwa, most are in 4 of them: 3 incidents each.'],
  ])('names up to three districts that have as much: %i', (count, sentence) => {
    const districts = ['A', 'B', 'C', 'D'].map((name, i) => ({ name, tally: tally(i < count ? 3 : 1, i) }));
    expect(pictureAlternative({ ...figures, districts })).toContain(` ${sentence} `);
  });

  it('says nothing of where there is nothing, and no figure for what is not known', () => {
    const none = { PK: NO_TALLY, AF: NO_TALLY, undecided: NO_TALLY, elsewhere: NO_TALLY };
    const empty = { ...figures, tally: NO_TALLY, districts: [{ name: 'Khyber', tally: NO_TALLY }], sides: none };
    expect(pictureAlternative(empty)).toBe(
      `Durand Map. A map of incidents, 15 Aug 2021 – 31 Dec 2025: 0 incidents. ${MARKS} ${LINE} ${figures.sources}.`,
    );
    const unknown = { ...empty, tally: tally(2, 0, 2), sides: { ...none, AF: tally(2, 0, 2) } };
    expect(pictureAlternative(unknown)).toContain(
      ': 2 incidents, killed not known. On its Afghan side: 2 incidents, killed not known. ',
    );
  });

  it('tells cells by what they count, and two maps by what each shows', () => {
    const told = pictureAlternative({
      ...figures,
      colors: { cells: 'deaths' },
      halves: ['2009: 7 incidents', '2010: 9 incidents'],
    });
    expect(told).toBe(
      'Durand Map. Two maps of incidents. The first: 2009: 7 incidents. The second: 2010: 9 incidents. ' +
        `Colours of the cells tell how many were killed in each. ${LINE} ${figures.sources}.`,
    );
  });
});
