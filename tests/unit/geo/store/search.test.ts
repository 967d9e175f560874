import { describe, expect, it } from 'vitest';
import { createFinder, searched } from '../../../../geo/store/search.ts';

const finds = (words: string, text: string) => createFinder(words)?.(searched(text)) ?? null;

describe('search', () => {
  it.each([
    ['khan', 'Ambush at D.I. Khan'],
    ['D.I.', 'DI Khan'],
    ['di', 'D. I. Khan'],
    ['di', 'Bombing in D.I. Khan'],
    ['tirah', 'Tīrāh valley'],
    ['Tīrāh', 'the Tirah valley'],
    ['MAIDAN', 'Tirah-Maidan'],
    ['tirah-maidan', 'Tirah Maidan'],
    ['saidu', 'Sa‘idu Sharif'],
    ["qur'an", 'Quran burning'],
    ['quran', "Qur'an burning"],
    ['10', 'Group of 10, armed'],
    ['پشاور', 'حملہ پشاور میں'],
    // Arabic kaf and yeh for Urdu keheh and farsi yeh, and the reverse
    ['كوئٹہ', 'کوئٹہ'],
    ['کرک', 'كرك میں'],
    ['باجوڑي', 'باجوڑی'],
    // Pashto letters for the Urdu ones, and a vowel mark
    ['ټانک', 'ٹانک'],
    ['سَوات', 'سوات'],
    ['2009', 'سال ۲۰۰۹'],
  ])('finds %s in %s', (words, text) => {
    expect(finds(words, text)).toBe(true);
  });

  it.each([
    ['han', 'D.I. Khan'],
    ['wat', 'Swat'],
    ['khan', 'Khyber'],
    ['شاور', 'پشاور'],
    ['tirah maidan', 'Tirah, the valley of Maidan'],
    ['a.c', 'abc'],
    ['a[b', 'a'],
  ])('does not find %s in %s', (words, text) => {
    expect(finds(words, text)).toBe(false);
  });

  it('has nothing to find where there are no letters', () => {
    expect(createFinder(' – .* ')).toBeNull();
  });
});
