import fc from 'fast-check';
import { parseDocNumber } from '../../../src/editorial/doc-number';

const YEAR = 2026;

describe('a document number', () => {
  test.each([
    ['国办发〔2025〕27号', '国办发', 2025, 27, '国办发〔2025〕27号'],
    ['国办发[2025]27号', '国办发', 2025, 27, '国办发〔2025〕27号'],
    ['国办发【2025】27号', '国办发', 2025, 27, '国办发〔2025〕27号'],
    ['国办发（2025）27号', '国办发', 2025, 27, '国办发〔2025〕27号'],
    ['国办发(2025)27号', '国办发', 2025, 27, '国办发〔2025〕27号'],
    ['国办发﹝2025﹞27号', '国办发', 2025, 27, '国办发〔2025〕27号'],
    ['国办发［2025］27号', '国办发', 2025, 27, '国办发〔2025〕27号'],
    [' 国办发 〔 2025 〕 第 27 号 ', '国办发', 2025, 27, '国办发〔2025〕27号'],
    ['国办发 〔2025〕 第27号', '国办发', 2025, 27, '国办发〔2025〕27号'],
    ['国办发〔２０２５〕２７号', '国办发', 2025, 27, '国办发〔2025〕27号'],
    ['人社厅函〔2022〕0169号', '人社厅函', 2022, 169, '人社厅函〔2022〕169号'],
    ['国务院令第711号', '国务院令', null, 711, '国务院令第711号'],
    ['中华人民共和国国务院令（第711号）', '中华人民共和国国务院令', null, 711, '中华人民共和国国务院令第711号'],
    ['云澜市人民政府令 第 8 号', '云澜市人民政府令', null, 8, '云澜市人民政府令第8号'],
  ])('%s', (input, prefix, year, seq, text) => {
    expect(parseDocNumber(input, YEAR)).toEqual({ prefix, year, seq, text });
  });

  test.each([
    '',
    '号',
    '〔〕',
    '国办发〔〕号',
    '国办发〔2025〕号',
    '国办发〔2025〕0号',
    '国办发〔1970-01-01〕1号',
    '国办发〔0000〕1号',
    '国办发〔1948〕1号',
    '国办发〔2028〕1号',
    '国办发〔25〕27号',
    '国办发2025 27号',
    '1970-01-01T00:00:00Z',
    '国务院令第0号',
    '中华人民共和国主席令（第五号）',
    '国办发〔2025〕27号\n国办发〔2025〕28号',
    '<b>国办发</b>〔2025〕27号',
  ])('is not read from %j', (input) => {
    expect(parseDocNumber(input, YEAR)).toBeNull();
  });

  test('of the coming year is taken, because documents are numbered before they are dated', () => {
    expect(parseDocNumber('国办发〔2027〕1号', YEAR)?.year).toBe(2027);
  });

  test('is read again from what it is printed as, whatever was typed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1949, max: YEAR }), fc.integer({ min: 1, max: 99_999 }), (year, seq) => {
        const read = parseDocNumber(`云澜政办发[${year}]${seq}号`, YEAR);
        expect(read).not.toBeNull();
        expect(parseDocNumber(read?.text ?? '', YEAR)).toEqual(read);
      }),
    );
  });

  test('of any text ends in an answer', () => {
    fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => void parseDocNumber(text, YEAR)));
  });
});
