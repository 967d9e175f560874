import { describe, expect, it } from 'vitest';
import { ask } from '../../../../geo/get/ask.ts';
import { answerWith } from './local-server.ts';

/** Waits for nothing, and keeps how long it should have been, seconds. */
function quick() {
  const waits: number[] = [];
  const notes: string[] = [];
  const wait = (ms: number) => Promise.resolve(waits.push(ms / 1000));
  return { waits, notes, patience: { wait, note: (line: string) => notes.push(line) } };
}

const QUESTION = { name: 'Made', url: new URL('https://made.example/events'), headers: { 'x-secret': 's3cret' } };

describe('a question', () => {
  it('is asked again after a cut, an error of the server and an answer that is no JSON, each time later', async () => {
    const asked = await answerWith((_, nth) =>
      nth === 0
        ? 'cut'
        : nth === 1
          ? { status: 500, text: 'oh' }
          : nth === 2
            ? { status: 200, text: '<html>' }
            : { json: [nth] },
    );
    const { waits, notes, patience } = quick();
    expect(await ask(QUESTION, patience)).toEqual({ status: 200, body: [3] });
    expect(waits).toEqual([2, 4, 8]);
    expect(asked).toHaveLength(4);
    expect(asked.every(({ headers }) => headers['x-secret'] === 's3cret')).toBe(true);
    expect(notes[1]).toBe('Made: status 500; asked again in 4 s');
    expect(notes.join('\n')).not.toContain('s3cret');
  });

  it('waits as long as the server says: seconds, or until a moment', async () => {
    const moment = new Date(Date.now() + 90_000).toUTCString();
    await answerWith((_, nth) =>
      nth < 2 ? { status: 429, text: '', headers: { 'retry-after': nth === 0 ? '17' : moment } } : { json: 'there' },
    );
    const { waits, patience } = quick();
    expect((await ask(QUESTION, patience)).body).toBe('there');
    expect(waits[0]).toBe(17);
    expect(waits[1]).toBeGreaterThan(80);
    expect(waits[1]).toBeLessThanOrEqual(90);
  });

  it('is given up after seven times, and at once where the server asks for hours', async () => {
    const asked = await answerWith(() => ({ status: 503, text: 'later' }));
    const { waits, patience } = quick();
    await expect(ask(QUESTION, patience)).rejects.toThrow(/status 503.*it goes on where it was/);
    expect([asked.length, waits]).toEqual([7, [2, 4, 8, 16, 32, 64]]);

    await answerWith(() => ({ status: 429, text: '', headers: { 'retry-after': '7200' } }));
    const other = quick();
    await expect(ask(QUESTION, other.patience)).rejects.toThrow('after 120 minutes');
    expect(other.waits).toEqual([]);
  });

  it('takes no redirection: what is secret goes to no other host', async () => {
    const asked = await answerWith(() => ({
      status: 302,
      text: '',
      headers: { location: 'https://elsewhere.example/' },
    }));
    await expect(ask(QUESTION, quick().patience)).rejects.toThrow('"https://elsewhere.example/" is where it has moved');
    expect(asked).toHaveLength(1);
  });

  it('has any other answer as it is', async () => {
    await answerWith(() => ({ status: 401, text: 'API token required' }));
    expect(await ask(QUESTION, quick().patience)).toEqual({ status: 401, body: 'API token required' });
  });
});
