import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Small programs that replace `az`, `kcadm.sh` and `kubectl`. Each keeps its state in a JSON file, so that a
 * second run of a script finds the results of the first, and records its calls.
 */
const COMMON = `
const fs = require('node:fs');
const path = require('node:path');
const file = path.join(__dirname, 'state.json');
const state = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {};
const save = () => fs.writeFileSync(file, JSON.stringify(state, null, 1));
const args = process.argv.slice(2);
const tool = path.basename(process.argv[1]);
fs.appendFileSync(path.join(__dirname, 'calls.txt'), tool + ' ' + args.join(' ') + '\\n');
const option = name => { const n = args.indexOf(name); return n < 0 ? undefined : args[n + 1]; };
const fail = text => { save(); console.error(text); process.exit(1); };
`;

const AZ = `
if (args[0] === 'account') { console.log(process.env.STAND_IN_TENANT); process.exit(0); }
if (args[0] !== 'rest') fail('unknown command ' + args[0]);
const method = option('--method');
const url = new URL(option('--url'));
const target = decodeURIComponent(url.pathname.replace('/v1.0/', ''));
const raw = option('--body');
const body = raw === undefined ? undefined
  : JSON.parse(raw.startsWith('@') ? fs.readFileSync(raw.slice(1), 'utf8') : raw);
state.apps ??= []; state.principals ??= { '00000003-0000-0000-c000-000000000000': 'sp-graph' };
state.grants ??= []; state.late ??= {};
const answer = value => {
  save();
  const query = option('--query');
  const pick = { id: v => v.id, appId: v => v.appId, uniqueName: v => v.uniqueName, scope: v => v.scope,
    'value[0].id': v => v.value[0]?.id,
    '[keyId, endDateTime, secretText]': v => [v.keyId, v.endDateTime, v.secretText].join('\\t') }[query];
  if (query && !pick) { console.error('unknown query ' + query); process.exit(2); }
  if (value !== undefined) console.log(pick ? pick(value) ?? '' : JSON.stringify(value));
  process.exit(0);
};
// New objects are not found immediately.
const late = key => { if (!state.late[key]) { state.late[key] = true; fail('Not Found({"error":{"code":"Request_ResourceNotFound","message":"Resource does not exist or one of its queried reference-property objects are not present."}})'); } };
const byUnique = /^applications\\(uniqueName='(.*)'\\)$/.exec(target);
const byAppId = /^applications\\(appId='(.*)'\\)$/.exec(target);
const principal = /^servicePrincipals\\(appId='(.*)'\\)$/.exec(target);
const byId = /^applications\\/([^/]+)(?:\\/(\\w+))?$/.exec(target);
const upsert = (option('--headers') ?? '') === 'Prefer=create-if-missing';
const update = app => {
  const old = app.api?.oauth2PermissionScopes ?? [];
  const now = body.api?.oauth2PermissionScopes ?? (body.api ? [] : old);
  if (old.some(scope => scope.isEnabled && !now.some(other => other.id === scope.id)))
    fail('Permission (scope or role) cannot be deleted or updated unless disabled first.');
  Object.assign(app, body);
};
if (byUnique) {
  let app = state.apps.find(entry => entry.uniqueName === byUnique[1]);
  if (method === 'GET') { if (!app) fail('404 ResourceNotFound'); late('get ' + app.id); answer(app); }
  if ((state.deleted ?? []).includes(byUnique[1])) fail("Another object with the same value for property uniqueName already exists.");
  if (!app) {
    if (!upsert) fail('404 ResourceNotFound');
    const n = state.apps.length + 1;
    app = { id: 'object-' + n, appId: '00000000-0000-4000-8000-' + String(n).padStart(12, '0'), uniqueName: byUnique[1] };
    state.apps.push(app);
  }
  update(app); answer();
}
if (byAppId) {
  const app = state.apps.find(entry => entry.appId === byAppId[1]);
  if (!app) fail('404 not there');
  if (method === 'PATCH') Object.assign(app, body);
  answer(app);
}
if (principal) {
  if (method === 'PATCH') { if (!state.principals[principal[1]]) late('sp ' + principal[1]); state.principals[principal[1]] ??= 'sp-' + principal[1]; answer(); }
  answer({ id: state.principals[principal[1]] });
}
if (byId) {
  const app = state.apps.find(entry => entry.id === byId[1]);
  if (!app) fail('404');
  if (byId[2] === 'addPassword') {
    if (process.env.STAND_IN_NO_SECRETS) fail('Forbidden: credential lifetime policy');
    late('password ' + app.id);
    app.passwords ??= [];
    const keyId = 'key-' + app.id + '-' + app.passwords.length;
    app.passwords.push({ keyId, ...body.passwordCredential });
    answer({ keyId, endDateTime: '2028-11-26T00:00:00Z', secretText: 'se~cret\\\\of $' + app.id });
  }
  if (byId[2] === 'removePassword') { app.passwords = app.passwords.filter(entry => entry.keyId !== body.keyId); answer(); }
  Object.assign(app, body); answer();
}
if (target === 'oauth2PermissionGrants') {
  if (method === 'POST') {
    if (process.env.STAND_IN_NO_CONSENT) fail('Forbidden: Authorization_RequestDenied');
    if (state.grants.some(entry => entry.clientId === body.clientId)) fail('Permission entry already exists.');
    state.grants.push({ id: 'grant-' + state.grants.length, ...body }); answer();
  }
  const filter = url.searchParams.get('$filter');
  answer({ value: state.grants.filter(entry => filter.includes("clientId eq '" + entry.clientId + "'")) });
}
const grant = /^oauth2PermissionGrants\\/(.*)$/.exec(target);
if (grant) { const found = state.grants.find(entry => entry.id === grant[1]); if (method === 'PATCH') Object.assign(found, body); answer(found); }
fail('unknown request ' + method + ' ' + target);
`;

const KCADM = `
state.clients ??= [];
const fields = (option('--fields') ?? '').split(',');
const print = rows => rows.forEach(row => console.log(fields.map(name => row[name]).join(',')));
const body = () => JSON.parse(fs.readFileSync(option('-f'), 'utf8'));
const [verb, target] = args;
const mapper = /^clients\\/([^/]+)\\/protocol-mappers\\/models(?:\\/(.*))?$/.exec(target);
const secret = /^clients\\/([^/]+)\\/client-secret$/.exec(target);
const one = /^clients\\/([^/]+)$/.exec(target);
if (target.startsWith('realms/')) print([{ realm: target.slice(7) }]);
else if (target === 'clients' && verb === 'get') print(state.clients.filter(c => c.clientId === option('-q').slice('clientId='.length)));
else if (target === 'clients' && verb === 'create') state.clients.push({ id: 'uuid-' + state.clients.length, secret: 'kc-' + state.clients.length, mappers: [], ...body() });
else if (mapper) {
  const client = state.clients.find(c => c.id === mapper[1]);
  if (verb === 'get') print(client.mappers);
  if (verb === 'delete') client.mappers = client.mappers.filter(m => m.id !== mapper[2]);
  if (verb === 'create') {
    const made = body();
    if (client.mappers.some(m => m.name === made.name)) fail('Protocol mapper exists with same name');
    client.mappers.push({ id: 'mapper-' + Math.random().toString(36).slice(2), ...made });
  }
} else if (secret) print([{ value: state.clients.find(c => c.id === secret[1]).secret }]);
else if (one && verb === 'update') Object.assign(state.clients.find(c => c.id === one[1]), body());
else fail('unknown ' + args.join(' '));
save();
`;

const KUBECTL = `
state.secrets ??= {};
const at = args.findIndex(word => word === 'get' || word === 'create' || word === 'patch');
const [verb, kind, ...rest] = args.slice(at);
if (kind === 'namespace') process.exit(0);
const name = verb === 'create' ? rest[1] : rest[0];
if (verb === 'get') {
  const key = /index .data "([^"]*)"/.exec(option('--output') ?? '');
  if (!state.secrets[name] && !args.includes('--ignore-not-found')) fail('NotFound');
  if (key && state.secrets[name]?.[key[1]]) console.log('yes');
}
if (verb === 'create') state.secrets[name] ??= {};
if (verb === 'patch') {
  if (process.env.STAND_IN_KUBECTL_FAILS) fail('Forbidden');
  Object.assign(state.secrets[name], JSON.parse(fs.readFileSync('/dev/stdin', 'utf8')).data);
}
save();
`;

/** A folder with the stand-ins, and the script that runs with them first on the PATH. */
export class StandIns {
  readonly folder = mkdtempSync(join(tmpdir(), 'setup-stand-ins-'));

  constructor() {
    mkdirSync(join(this.folder, 'az-tools'));
    mkdirSync(join(this.folder, 'kubectl-tools'));
    this.#program('az-tools', 'az', AZ);
    this.#program('az-tools', 'kcadm.sh', KCADM);
    this.#program('kubectl-tools', 'kubectl', KUBECTL);
    // Waiting is tested by recorded calls, not by the clock.
    writeFileSync(join(this.folder, 'kubectl-tools', 'sleep'), '#!/bin/sh\n');
    chmodSync(join(this.folder, 'kubectl-tools', 'sleep'), 0o755);
  }

  #program(folder: string, name: string, text: string) {
    const path = join(this.folder, folder, name);
    writeFileSync(path, `#!${process.execPath}\n${COMMON}${text}`);
    chmodSync(path, 0o755);
  }

  run(script: string, env: Record<string, string> = {}) {
    const { folder } = this;
    const path = ['az-tools', 'kubectl-tools'].map(name => join(folder, name));
    const result = spawnSync('bash', ['-s'], {
      input: script,
      encoding: 'utf8',
      cwd: folder,
      env: {
        PATH: [...path, process.env.PATH].join(':'),
        HOME: folder,
        NAMESPACE: 'camunda',
        ...env,
      },
    });
    return {
      status: result.status,
      stdout: result.stdout,
      stderr: result.stderr,
    };
  }

  #read(folder: string, name: string): string {
    const path = join(this.folder, folder, name);
    return existsSync(path) ? readFileSync(path, 'utf8') : '';
  }

  /** The content of the directory or realm. */
  get directory(): any {
    return JSON.parse(this.#read('az-tools', 'state.json') || '{}');
  }

  changeDirectory(change: (state: any) => void) {
    const state = this.directory;
    change(state);
    writeFileSync(
      join(this.folder, 'az-tools', 'state.json'),
      JSON.stringify(state),
    );
  }

  /** Kubernetes Secrets with their values decoded. */
  get secrets(): Record<string, Record<string, string>> {
    const state = JSON.parse(this.#read('kubectl-tools', 'state.json') || '{}');
    return Object.fromEntries(
      Object.entries<Record<string, string>>(state.secrets ?? {}).map(
        ([name, data]) => [
          name,
          Object.fromEntries(
            Object.entries(data).map(([key, value]) => [
              key,
              Buffer.from(value, 'base64').toString(),
            ]),
          ),
        ],
      ),
    );
  }

  /** Every command line of the stand-ins. */
  get calls(): string {
    return (
      this.#read('az-tools', 'calls.txt') +
      this.#read('kubectl-tools', 'calls.txt')
    );
  }
}
