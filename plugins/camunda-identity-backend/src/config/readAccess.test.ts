import { read, refusalOf } from './__testUtils__/read';

describe('access settings', () => {
  it('are read', () => {
    const config = read(
      {
        admins: ['Group:default/Platform', 'user:default/ada'],
        serviceAccess: [{ subject: 'provisioner', actions: ['create'] }],
        authorization: { ownershipFloor: false },
      },
      { permission: { enabled: true } },
    );
    expect(config).toMatchObject({
      admins: ['group:default/platform', 'user:default/ada'],
      ownershipFloor: false,
    });
    expect([...config.serviceAccess]).toEqual([['provisioner', ['create']]]);
  });

  it.each(['platform', 'group:platform', 'system:default/a', 'default/a'])(
    'refuse the admin %s',
    ref => {
      expect(refusalOf({ admins: ['user:default/ada', ref] })).toBe(
        'camundaIdentity.admins[1]: expected a full reference of a user or group, such as group:default/platform',
      );
    },
  );

  it.each<[string, object[], RegExp]>([
    [
      'an unknown action',
      [{ subject: 's', actions: ['create', 'read'] }],
      /^camundaIdentity\.serviceAccess\[0\]\.actions\[1\]: unknown action, expected create, update, delete$/,
    ],
    [
      'no action',
      [{ subject: 's', actions: [] }],
      /^camundaIdentity\.serviceAccess\[0\]\.actions: no action, expected create, update, delete$/,
    ],
    [
      'a service twice',
      [
        { subject: 's', actions: ['create'] },
        { subject: 's', actions: ['update'] },
      ],
      /^camundaIdentity\.serviceAccess\[1\]\.subject: stands there twice$/,
    ],
    [
      'a subject with spaces',
      [{ subject: 'a b', actions: ['create'] }],
      /^camundaIdentity\.serviceAccess\[0\]\.subject: /,
    ],
    [
      'no subject',
      [{ actions: ['create'] }],
      /^camundaIdentity\.serviceAccess\[0\]\.subject: is missing$/,
    ],
  ])('refuses %s', (_what, serviceAccess, message) => {
    expect(refusalOf({ serviceAccess })).toMatch(message);
  });

  it('leave decisions to the policy only if permissions are enabled', () => {
    expect(refusalOf({ authorization: { ownershipFloor: false } })).toMatch(
      /^camundaIdentity\.authorization\.ownershipFloor: .*permission\.enabled/,
    );
  });
});
