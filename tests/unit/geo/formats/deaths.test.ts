import { describe, expect, it } from 'vitest';
import { columnsIn, notAdded } from '../../../../geo/formats/columns-read.ts';
import { createRowReader } from '../../../../geo/formats/rows.ts';
import { eventOf, fileOf, readAll, warningsOf } from './data-file.ts';

const KILLED: readonly string[] = ['best', 'low', 'high'];

/** A row of figures, in a table that says where and when. */
async function figuresOf(columns: string, cells: string) {
  const text = `date,lat,lon,${columns}\n2020-03-01,33.92,71.46,${cells}\n`;
  const { entries, layout, notes } = await readAll(fileOf(text));
  expect(createRowReader(layout)(entries[0].raw)).toEqual(entries[0].read);
  const { fatalities, injured } = eventOf(entries[0]).recorded;
  const looked = columnsIn(
    layout,
    entries.map(({ raw }) => raw),
  );
  const offered = looked.flatMap(({ name, maybe }) => (maybe !== null && KILLED.includes(maybe) ? [name] : []));
  return { ...fatalities, injured, notes, offered, warnings: warningsOf(entries[0]) };
}

describe('the columns of a table that hold the dead and the injured', () => {
  it.each([
    ['Minimum total people killed,Maximum total people killed', '13,22', { best: null, low: 13, high: 22 }],
    ['Killed Min,Killed Max', '13,22', { best: null, low: 13, high: 22 }],
    ['killed_min,killed_max', '13,22', { best: null, low: 13, high: 22 }],
    ['min_ppl_killed,max_ppl_killed,min_civil_killed,min_child_killed', '13,22,2,1', { best: null, low: 13, high: 22 }],
    ['MinKilled,MaxKilled', '13,22', { best: null, low: 13, high: 22 }],
    ['Killed (lower bound),Killed (upper bound)', '13,22', { best: null, low: 13, high: 22 }],
    ['best_est,low_est,high_est', '15,13,22', { best: 15, low: 13, high: 22 }],
    ['fatalities_best_estimate,fatalities_low,fatalities_high', '15,13,22', { best: 15, low: 13, high: 22 }],
    ['nkill', '4', { best: 4, low: 4, high: 4 }],
    ['nkill,nkillus,nkillter', '4,1,2', { best: 4, low: 4, high: 4 }],
    ['total_fatalities', '4', { best: 4, low: 4, high: 4 }],
    ['No. of persons killed', '4', { best: 4, low: 4, high: 4 }],
    ['Number of Deaths', '4', { best: 4, low: 4, high: 4 }],
    ['deaths_a,deaths_b,deaths_civilians,deaths_unknown,best', '1,2,3,4,11', { best: 11, low: 11, high: 11 }],
    ['Total Killed,Civilians Killed,Militants Killed', '9,2,5', { best: 9, low: 9, high: 9 }],
    [
      'Minimum total people killed,Maximum total people killed,Civilians killed,Militants killed',
      '7,9,2,5',
      { best: null, low: 7, high: 9 },
    ],
  ])('are found by their words: %s', async (columns, cells, expected) => {
    const { best, low, high, notes } = await figuresOf(columns, cells);
    expect({ best, low, high }).toEqual(expected);
    expect(notes).toEqual([]);
  });

  it.each([
    ['nwound', '11', 11],
    ['Total Injured', '11', 11],
    ['No. of wounded', '11', 11],
    ['Civilians injured,Militants injured', '8,3', 11],
  ])('of the injured: %s', async (columns, cells, injured) => {
    expect((await figuresOf(`killed,${columns}`, `1,${cells}`)).injured).toBe(injured);
  });

  it('are added where they count kinds of people, and it is told', async () => {
    const columns = 'civilians_killed,militants_killed,security_forces_killed';
    const { best, notes } = await figuresOf(columns, '2,5,1');
    expect(best).toBe(8);
    expect(notes).toEqual(['Killed is the sum of civilians_killed, militants_killed, security_forces_killed.']);
    expect((await figuresOf(columns, '2,,')).best).toBe(2);
    expect((await figuresOf(columns, ',,')).best).toBeNull();
    const odd = await figuresOf(columns, '2,many,1');
    expect(odd).toMatchObject({ best: 3, warnings: ['this is not a number: taken as not known'] });
  });

  it.each([
    ['3-5', { best: null, low: 3, high: 5 }],
    ['3 – 5', { best: null, low: 3, high: 5 }],
    ['3 to 5', { best: null, low: 3, high: 5 }],
    ['"1,200"', { best: 1200, low: 1200, high: 1200 }],
    ['5-3', { best: null, low: null, high: null }],
    ['many', { best: null, low: null, high: null }],
  ])('may hold %s', async (cell, expected) => {
    expect(await figuresOf('killed', cell)).toMatchObject(expected);
  });

  it('are added in features too, with a warning', async () => {
    const feature = {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [71.46, 33.92] },
      properties: { date: '2020-03-01', civilians_killed: 2, militants_killed: 5 },
    };
    const { entries } = await readAll(fileOf(JSON.stringify(feature)));
    expect(eventOf(entries[0]).recorded.fatalities.best).toBe(7);
    expect(warningsOf(entries[0])).toEqual(['the figure is the sum of several properties']);
  });

  it('are added without counting anyone twice', async () => {
    const branches = await figuresOf('police_killed,army_killed,civilians_killed', '1,2,3');
    expect(branches.best).toBe(6);
    const whole = await figuresOf('security_forces_killed,police_killed,civilians_killed,women_killed', '3,1,3,2');
    expect(whole).toMatchObject({
      best: 6,
      notes: ['Killed is the sum of security_forces_killed, civilians_killed.'],
    });
    const ranges = await figuresOf(
      'min civilians killed,max civilians killed,min militants killed,max militants killed',
      '1,2,3,5',
    );
    expect(ranges).toMatchObject({ best: null, low: 4, high: 7 });
  });

  it.each([
    ['civilians_killed', '2', 'civilians_killed'],
    ['Casualties', '7', 'Casualties'],
    ['Civilians,SFs,Terrorists', '1,2,3', 'Civilians, SFs, Terrorists'],
    ['militants_low,civilians_low,total_low', '1,2,3', 'total_low'],
    ['militants_low,civilians_low', '1,2', 'militants_low, civilians_low'],
    ['militants_killed_x,civilians_killed_x,total_killed_x', '3,7,10', 'total_killed_x'],
    ['total_killed_x,killed_total_of_all_x', '10,10', 'total_killed_x'],
    ['killed in the raid', '3', 'killed in the raid'],
    ['muertos', '3', 'muertos'],
  ])('are offered, and told once, where they look like it and none was taken: %s', async (columns, cells, named) => {
    const { best, notes, offered } = await figuresOf(columns, cells);
    expect(best).toBeNull();
    expect(notes).toEqual([]);
    expect(offered.join(', ')).toBe(named);
  });

  it('are named as not added where they count people of one kind beside the total', async () => {
    const partsOf = async (columns: string, cells: string, mapping = {}) => {
      const { layout, entries } = await readAll(fileOf(`date,lat,lon,${columns}\n2020-03-01,33.92,71.46,${cells}\n`), {
        mapping,
      });
      const read = columnsIn(
        layout,
        entries.map(({ raw }) => raw),
      );
      return [eventOf(entries[0]).recorded.fatalities.best, notAdded(read)];
    };
    const [killed, injured] = ['militants_killed,civilians_killed,total_killed', 'civilians_injured,total_injured'];
    const parts = { figure: 'best', names: ['militants_killed', 'civilians_killed'] };
    expect(await partsOf(killed, '3,7,10')).toEqual([10, [parts]]);
    // nobody wants a figure: the total is offered, the parts are not
    expect(await partsOf(killed, '3,7,10', { best: '' })).toEqual([null, [parts]]);
    expect(await partsOf(`${killed},${injured}`, '3,7,10,1,2')).toEqual([
      10,
      [parts, { figure: 'injured', names: ['civilians_injured'] }],
    ]);
    expect(await partsOf('militants_killed,civilians_killed', '3,7')).toEqual([10, []]);
    expect(await partsOf('civilians_killed', '7')).toEqual([null, []]);
  });

  it.each([
    ['killed by', 'the army'],
    ['weapon type', '3'],
    ['civilian targets', '3'],
  ])('are not suspected in others: %s', async (columns, cells) => {
    expect(await figuresOf(columns, cells)).toMatchObject({ best: null, notes: [], warnings: [], offered: [] });
  });

  it('are those that were chosen, where any were', async () => {
    const text = 'date,lat,lon,civilians_killed,militants_killed\n2020-03-01,33.92,71.46,2,5\n';
    const mapping = { best: ['militants_killed'] };
    const { entries, notes } = await readAll(fileOf(text), { mapping });
    expect(eventOf(entries[0]).recorded.fatalities.best).toBe(5);
    expect(notes).toEqual([]);
  });
});
