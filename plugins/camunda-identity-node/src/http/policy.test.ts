import { HttpPolicy } from './policy';

const refused = expect.objectContaining({
  code: 'transport.refused-by-policy',
});

function check(policy: HttpPolicy, url: string) {
  try {
    policy.assertUrl(new URL(url));
    return 'allowed';
  } catch (error) {
    return error;
  }
}

function checkAddress(policy: HttpPolicy, host: string, address: string) {
  try {
    policy.assertAddress(host, address);
    return 'allowed';
  } catch (error) {
    return error;
  }
}

describe('URLs', () => {
  const policy = new HttpPolicy();

  it.each([
    'http://idp.example.com',
    'ftp://idp.example.com',
    'file:///etc/passwd',
    'https://u:p@idp.example.com',
    'https://127.0.0.1',
    'https://2130706433', // 127.0.0.1 as a number
    'https://0x7f.1',
    'https://[::1]',
    'https://[::ffff:127.0.0.1]',
    'https://10.0.0.1',
    'https://192.168.1.1',
    'https://100.64.0.1',
    'https://169.254.169.254/latest/meta-data',
    'https://[fe80::1]',
    'https://[fd00:ec2::254]',
    'https://[64:ff9b::7f00:1]',
    'https://[2002:7f00:1::]',
    'https://0.0.0.0',
    'https://metadata.google.internal',
    'https://metadata.google.internal.',
  ])('refuses %s', url => {
    expect(check(policy, url)).toEqual(refused);
  });

  it('allows public https', () => {
    expect(check(policy, 'https://idp.example.com')).toBe('allowed');
    expect(check(policy, 'https://93.184.216.34')).toBe('allowed');
  });

  it('allows plain http only to allowed hosts, and only if that is configured', () => {
    const dev = new HttpPolicy({
      allowPlainHttp: true,
      allowedHosts: ['localhost'],
    });
    expect(check(dev, 'http://localhost:9400')).toBe('allowed');
    expect(check(dev, 'http://idp.example.com')).toEqual(refused);
    expect(
      check(
        new HttpPolicy({ allowedHosts: ['localhost'] }),
        'http://localhost:9400',
      ),
    ).toEqual(refused);
  });
});

describe('addresses that a name resolves to', () => {
  it.each(['127.0.0.1', '::1', '::ffff:10.0.0.1', '10.1.2.3', '172.16.0.1'])(
    'refuses %s for a public name',
    address => {
      expect(
        checkAddress(new HttpPolicy(), 'idp.example.com', address),
      ).toEqual(refused);
    },
  );

  it('are allowed if private only for allowed hosts and networks', () => {
    const policy = new HttpPolicy({
      allowedHosts: ['idp.corp.example', '*.intra.example'],
      allowedNetworks: ['10.20.0.0/16'],
    });
    expect(checkAddress(policy, 'idp.corp.example', '10.0.0.1')).toBe(
      'allowed',
    );
    expect(checkAddress(policy, 'a.intra.example', '10.0.0.1')).toBe('allowed');
    expect(checkAddress(policy, 'intra.example', '10.0.0.1')).toEqual(refused);
    expect(checkAddress(policy, 'evilintra.example', '10.0.0.1')).toEqual(
      refused,
    );
    expect(checkAddress(policy, 'other.example', '10.20.3.4')).toBe('allowed');
    expect(checkAddress(policy, 'other.example', '10.21.3.4')).toEqual(refused);
  });

  it('are never allowed if link-local or of a metadata service', () => {
    const policy = new HttpPolicy({
      allowedHosts: ['idp.example.com'],
      allowedNetworks: ['0.0.0.0/0', '::/0'],
    });
    for (const address of [
      '169.254.169.254',
      'fe80::1',
      'fd00:ec2::254',
      '::ffff:169.254.169.254',
    ])
      expect(checkAddress(policy, 'idp.example.com', address)).toEqual(refused);
  });

  it.each([
    ['mapped', '::ffff:a9fe:a9fe'],
    ['compatible', '::a9fe:a9fe'],
    ['NAT64', '64:ff9b::a9fe:a9fe'],
    ['local NAT64', '64:ff9b:1::a9fe:a9fe'],
    ['6to4', '2002:a9fe:a9fe::1'],
    ['Teredo, server', '2001:0:a9fe:a9fe::1'],
    ['Teredo, client', '2001:0:5db8:d822:0:0:5601:5601'],
    ['ISATAP', '2a00::5efe:a9fe:a9fe'],
    ['with a zone', 'fe80::1%eth0'],
    ['Azure', '168.63.129.16'],
    ['Alibaba Cloud', '100.100.100.200'],
  ])('not even embedded: %s', (_, address) => {
    const everything = new HttpPolicy({
      allowedHosts: ['idp.example.com'],
      allowedNetworks: ['0.0.0.0/0', '::/0'],
    });
    expect(checkAddress(everything, 'idp.example.com', address)).toEqual(
      refused,
    );
  });

  it('must be allowed including embedded IPv4 addresses', () => {
    const policy = new HttpPolicy({ allowedNetworks: ['64:ff9b::/96'] });
    expect(checkAddress(policy, 'idp.example.com', '64:ff9b::5db8:d822')).toBe(
      'allowed',
    );
    expect(checkAddress(policy, 'idp.example.com', '64:ff9b::a00:1')).toEqual(
      refused,
    );
  });

  it('rejects a malformed network and names it', () => {
    expect(() => new HttpPolicy({ allowedNetworks: ['10.0.0.0'] })).toThrow(
      /expected a network in CIDR notation/,
    );
  });
});
