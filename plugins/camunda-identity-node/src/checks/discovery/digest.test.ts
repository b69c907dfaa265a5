import { expectLinear } from '../../../../../test/growth/expectLinear';
import { changedMembers, digestOf } from './digest';

const nested = (depth: number, inner: unknown): unknown =>
  depth === 0 ? inner : [nested(depth - 1, inner)];

it('does not depend on the order of members, at any depth', () => {
  const one = { issuer: 'https://a', x: [[['a', 'b']], [{ c: 1, d: [2, 3] }]] };
  const two = { x: [[{ d: [3, 2], c: 1 }], [['b', 'a']]], issuer: 'https://a' };
  expect(digestOf(one)).toBe(digestOf(two));
  expect(digestOf({ x: nested(10, ['a', 'b']) })).toBe(
    digestOf({ x: nested(10, ['b', 'a']) }),
  );
  expect(digestOf({ x: nested(10, ['a', 'b']) })).not.toBe(
    digestOf({ x: nested(10, ['a', 'c']) }),
  );
});

it('matches earlier releases for a typical provider document', () => {
  const document = {
    issuer: 'https://idp.example.com',
    scopes_supported: ['openid', 'email'],
    nested: [['a', 'b'], ['c']],
    mtls_endpoint_aliases: { token_endpoint: 'https://mtls.example.com/token' },
  };
  expect(digestOf(document)).toBe(
    'vWM5VHdeqXqE.pQxdCNdCNdCNdCNdCNdCNdCNrgGdCNdCNdCNdCNdCNdCNdCN',
  );
  expect(
    changedMembers(
      digestOf(document),
      digestOf({ ...document, scopes_supported: ['openid'] }),
    ),
  ).toEqual(['scopes_supported']);
});

it('takes linear time however deeply lists are nested', () => {
  expect(digestOf({ x: nested(18, 'a') })).toHaveLength(61);
  expectLinear(
    60,
    size => ({
      list: Array.from({ length: size }, (_, n) => nested(18, ['"', n])),
    }),
    digestOf,
  );
  expectLinear(
    8_000,
    size => ({ x: nested(18, '"\\'.repeat(size)) }),
    digestOf,
  );
});
