import { hashOf, isWord, newWord, seal, unseal } from './sealing';

it('opens only with the word it was sealed with', async () => {
  const word = newWord();
  expect(isWord(word)).toBe(true);
  const sealed = await seal(word, { secret: 's3cret-value' });
  expect(sealed).not.toContain('s3cret');
  expect(await unseal(word, sealed)).toEqual({ secret: 's3cret-value' });
  await expect(unseal(newWord(), sealed)).rejects.toThrow();
  // The hash in the database is not the key.
  await expect(unseal(hashOf(word), sealed)).rejects.toThrow();
  const [header, key, iv, text, tag] = sealed.split('.');
  const flipped = [header, key, iv, `A${text.slice(1)}`, tag].join('.');
  await expect(
    text.startsWith('A') ? Promise.reject(new Error()) : unseal(word, flipped),
  ).rejects.toThrow();
});

it.each([
  undefined,
  7,
  '',
  'a'.repeat(42),
  'a'.repeat(44),
  `${'a'.repeat(42)}=`,
])('%s is not a word', text => {
  expect(isWord(text)).toBe(false);
});
