import { describe, expect, it } from 'vitest';
import { actorsOf, readActorTable } from '../../../../geo/layers/actors.ts';
import { tableRows } from '../../../tables.ts';
import { sourceText } from './source-text.ts';
import { whereOf } from './refused.ts';

const table = readActorTable(sourceText('actors.csv'), 'actors.csv');
const rows = tableRows('incidents.csv');
const cells = [...new Set(rows.flatMap((row) => [row.actor_1, row.actor_2]))].filter((cell) => cell !== '');
const sides = (cell: string) => new Set(table.get(cell)?.map(({ side }) => side));
const brief = (cell: string) =>
  table.get(cell)?.map(({ name, side, attribution, by }) => [name, side, attribution, by]);

const TTP = 'Tehrik-i-Taliban Pakistan (TTP)';
const ISKP = 'Islamic State Khorasan Province (ISKP)';

describe('the actor table', () => {
  it('holds every actor cell of the incidents, and nothing else', () => {
    expect(cells.length).toBeGreaterThan(0);
    expect([...table.keys()].sort()).toEqual([...cells].sort());
  });

  it('never puts the Afghan Taliban on the side of the TTP, or the TTP on theirs', () => {
    const afghan = cells.filter((cell) => /Afghan Taliban|Islamic Emirate/.test(cell));
    expect(afghan.length).toBeGreaterThan(3);
    for (const cell of afghan) {
      expect(sides(cell), cell).toContain('emirate');
      expect(sides(cell), cell).not.toContain('ttp');
    }
    // of cells that do not name them, two alone mean the Emirate: read off the table by hand
    const unnamed = cells.filter((cell) => sides(cell).has('emirate') && !afghan.includes(cell));
    expect(unnamed.sort()).toEqual([
      'Hospital patients (Kabul) / military depot (Islamabad)',
      'TTP / Taliban military sites (stated)',
    ]);
    for (const actors of table.values()) {
      for (const { name, side } of actors) {
        if (/TTP|Pakistani Taliban/.test(name)) expect(side, name).toBe('ttp');
        if (/Afghan Taliban|Islamic Emirate/.test(name)) expect(side, name).toBe('emirate');
      }
    }
  });

  it('finds the TTP in every cell that names it, unless the cell only denies it', () => {
    const denials = [
      'Unclaimed (TTP denied)',
      'Unclaimed (IS-K suspected; TTP denied)',
      'Jamaat-ul-Ahrar (TTP distanced itself)',
      'Jamaat-ul-Ahrar (claim later contradicted); TTP denied',
    ];
    for (const cell of cells.filter((text) => /TTP|Pakistani Taliban/.test(text))) {
      const named = table.get(cell)?.some(({ name }) => name === TTP);
      if (denials.includes(cell)) expect(named, cell).toBe(false);
      else expect(sides(cell), cell).toContain('ttp');
    }
  });

  it('keeps the Islamic Republic apart from the Emirate', () => {
    for (const cell of cells.filter((text) => text.includes('Islamic Republic'))) {
      expect([...sides(cell)], cell).toEqual(['other_state']);
    }
  });

  it('makes no group of those who are not known', () => {
    for (const cell of cells.filter((text) => /^(Unclaimed|Unidentified|Unknown|Gunm[ae]n|Militants)/.test(text))) {
      expect(table.get(cell)?.[0].side, cell).toBe('unknown');
      for (const { side, attribution } of table.get(cell) ?? []) {
        if (side !== 'unknown') expect(['suspected', 'attributed'], cell).toContain(attribution);
      }
    }
  });

  it.each([
    ['Unclaimed', [['Unclaimed', 'unknown', 'stated', null]]],
    [
      'Unclaimed (TTP suspected)',
      [
        ['Unclaimed', 'unknown', 'stated', null],
        [TTP, 'ttp', 'suspected', null],
      ],
    ],
    ['TTP (from Kunar, per Pakistan)', [[TTP, 'ttp', 'attributed', 'Pakistan']]],
    ['TTP-linked (per Pakistan); TTP denied', [[TTP, 'ttp', 'denied', 'Pakistan']]],
    ['TTP-linked infiltrators', [[TTP, 'ttp', 'linked', null]]],
    [
      'TTP / IMU / ETIM',
      [
        [TTP, 'ttp', 'stated', null],
        ['Islamic Movement of Uzbekistan (IMU)', 'armed_group', 'stated', null],
        ['East Turkestan Islamic Movement (ETIM)', 'armed_group', 'stated', null],
      ],
    ],
    [
      'Pakistan Army and civilians',
      [
        ['Pakistan Army', 'pakistan', 'stated', null],
        ['Civilians', 'civilians', 'stated', null],
      ],
    ],
    ['Islamic State - Khorasan', [[ISKP, 'iskp', 'stated', null]]],
    ['IS-Khorasan (blamed by the Taliban)', [[ISKP, 'iskp', 'attributed', 'Islamic Emirate']]],
    ['Pakistan (per Taliban government)', [['Pakistan', 'pakistan', 'attributed', 'Taliban government']]],
    ['NATO/ISAF', [['NATO/ISAF', 'united_states', 'stated', null]]],
  ])('%s', (cell, expected) => expect(brief(cell)).toEqual(expected));

  it('gives each name one spelling', () => {
    const names = new Set([...table.values()].flat().map(({ name }) => name));
    for (const short of ['TTP', 'JuA', 'IS-Khorasan', 'LeJ al-Alami', 'Gul Bahadur group', 'ISI', 'Security forces']) {
      expect(names).not.toContain(short);
    }
    const folded = [...names].map((name) => name.toLowerCase().replace(/[^a-z]/g, ''));
    expect(new Set(folded).size).toBe(names.size);
  });
});

describe('reading the actor table', () => {
  const header = 'recorded,name,side,attribution,by,note\n';
  const read = (lines: string) => readActorTable(header + lines, 'actors.csv');

  it('gives actors their party and the words as recorded', () => {
    const small = read('A (per B),A,ttp,attributed,B,a doubt\nNobody,,,,,\n');
    expect(actorsOf('A (per B)', 2, small)).toEqual([
      { name: 'A', side: 'ttp', attribution: 'attributed', by: 'B', party: 2, recorded: 'A (per B)' },
    ]);
    expect(actorsOf('Nobody', 1, small)).toEqual([]);
    expect(actorsOf('', 2, small)).toEqual([]);
    expect(actorsOf('a (per b)', 2, small)).toBeNull();
  });

  it.each([
    ['X,X,taliban,stated,,', { row: 2, field: 'side', value: 'taliban' }],
    ['X,X,ttp,sure,,', { row: 2, field: 'attribution', value: 'sure' }],
    [',X,ttp,stated,,', { row: 2, field: 'recorded', value: '' }],
    ['X,X,ttp,stated,,\nY,X,emirate,stated,,', { row: 3, field: 'side', value: 'emirate' }],
    ['X,X,ttp,stated,,\nX,X,ttp,linked,,', { row: 3, field: 'name', value: 'X' }],
  ])('refuses %j', (lines, expected) =>
    expect(whereOf(() => read(lines))).toEqual({ file: 'actors.csv', ...expected }),
  );
});
