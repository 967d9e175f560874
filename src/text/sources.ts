import { counted } from './numbers.ts';
import { rangeText } from './dates.ts';
import type { Window } from '../../geo/time/window.ts';

const SELECTION =
  'every event in which UCDP counts 10 or more killed in Khyber Pakhtunkhwa, the former FATA, Balochistan and ' +
  'Islamabad, 2004–2021, and notable others; from 2022, and in Afghanistan throughout, a selection. It is not a census: ' +
  'years after 2021 cannot be compared with those before, and the last year is not complete.';

/** The words of the sources dialog. */
export const SOURCES = {
  title: 'Sources and method',
  close: 'Close sources',
  what: 'What the data are',
  data: (incidents: number, time: Window | null) =>
    time
      ? counted(
          incidents,
          {
            one: `{count} incident, {time}: ${SELECTION}`,
            other: `{count} incidents, {time}: ${SELECTION}`,
          },
          { time: rangeText(time) },
        )
      : counted(incidents, { one: `{count} incident: ${SELECTION}`, other: `{count} incidents: ${SELECTION}` }),
  /** Of a site that somebody published with incidents of their own. */
  published: ({
    incidents,
    time,
    ...values
  }: Record<'title' | 'file' | 'licence' | 'made', string> & { incidents: number; time: Window | null }) => {
    const days = time ? rangeText(time) : SOURCES.noTime;
    return counted(
      incidents,
      {
        one: '{title}: {count} incident of {file}, {days}. Licence: {licence}. It was chosen and published on {made} by whoever made this site, not by the makers of Durand Map.',
        other:
          '{title}: {count} incidents of {file}, {days}. Licence: {licence}. They were chosen and published on {made} by whoever made this site, not by the makers of Durand Map.',
      },
      { ...values, days },
    );
  },
  noTime: 'of no time',
  uncertainty:
    'A figure of killed is an estimate; where parties disagree, every claim is shown. Added up, figures of ' +
    'attacks leave attackers out and those of other incidents count all sides, as each was recorded. A ring marks the centre of a ' +
    'district, a dashed ring an arbitrary point of a region: neither is where it happened. A distance comes with the ' +
    'interval that the location has, and “not known” is never nought.',
  line:
    'The Durand Line was drawn in 1893. Pakistan and most states recognise it as the border; no Afghan government has. ' +
    'It is shown here as mapped by OpenStreetMap, without taking a position on its status.',
  disputed:
    'The status of Jammu and Kashmir has been disputed between India and Pakistan since 1947. Hatched are the parts that ' +
    'Pakistan administers (Azad Kashmir, Gilgit-Baltistan) and those that India administers (Jammu and Kashmir, Ladakh), ' +
    'and the Siachen Glacier, with the Line of Control as OpenStreetMap and Natural Earth map it; China administers Aksai ' +
    'Chin and the Shaksgam Valley, which India claims. Figures count a place with the country that administers it. The ' +
    'map takes no position.',
  privacyTitle: 'Privacy',
  privacy: 'Nothing leaves your browser: no tracking, no account, no request to any other host.',
  layersTitle: 'Sources',
  licence: 'Licence',
  attribution: 'Attribution',
  vintage: 'As of',
  layers: 'Layers',
  /** Between licences, and between what a source is made from. */
  between: '; ',
  from: 'From',
  keysTitle: 'Keyboard',
  codeTitle: 'Code',
  code: 'The code is under the MIT licence. Each dataset keeps its own licence, named above.',
} as const;
