import { maskLines, MASK } from './maskLines';

describe('masking', () => {
  it('masks values of the named lines only', () => {
    expect(maskLines('a: x\nsecret: hush\nB=c', new Set([2, 3]))).toBe(
      `a: x\nsecret: ${MASK}\nB=${MASK}`,
    );
  });

  it('masks entries of lists and values over several lines', () => {
    expect(maskLines('- value: hush', new Set([1]))).toBe(`- value: ${MASK}`);
    expect(maskLines('s: |\n  one\n  two\nt: x', new Set([1]))).toBe(
      `s: ${MASK}\n  ${MASK}\n  ${MASK}\nt: x`,
    );
  });

  it('masks a line that it cannot take apart', () => {
    expect(maskLines('  hush', new Set([1]))).toBe(`  ${MASK}`);
  });
});
