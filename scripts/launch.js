#!/usr/bin/env node
/*
 * First step of `npm start` and `npm test`. Runs on whatever Node the machine has, before anything is
 * installed, so: plain CommonJS, nothing but Node's own modules, and syntax that an old Node can parse
 * far enough to say that it is too old.
 *
 * It fetches the Node and the Yarn this project is built with from the npm registry (into .toolchain/,
 * no root, no global install), installs the packages when they changed, and hands over to
 * scripts/<command>.ts.
 */
'use strict';

var fs = require('fs');
var os = require('os');
var path = require('path');
var childProcess = require('child_process');
var crypto = require('crypto');

var NODE_VERSION = '24.21.0';
var YARN_VERSION = '4.18.1';
var SUPPORTED_NODES = [22, 24];

var root = path.resolve(__dirname, '..');
var toolchain = path.join(root, '.toolchain');
var logs = path.join(root, '.data', 'logs');
var command = process.argv[2];

function fail(line) {
  console.error('\nnpm ' + command + ': ' + line);
  process.exit(1);
}

function major(version) {
  return Number(version.replace(/^v/, '').split('.')[0]);
}

function readOrEmpty(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    return '';
  }
}

/** Runs a command with its output in a log file; on failure one line says what, why and where to read on. */
function runLogged(title, file, args, options) {
  fs.mkdirSync(logs, { recursive: true });
  var log = path.join(
    logs,
    title.replace(/[^a-z]+/gi, '-').toLowerCase() + '.log',
  );
  var out = fs.openSync(log, 'w');
  var result = childProcess.spawnSync(file, args, {
    cwd: options.cwd,
    env: options.env || process.env,
    stdio: ['ignore', out, out],
    shell: options.shell || false,
  });
  fs.closeSync(out);
  if (result.status === 0) return;
  if (result.signal === 'SIGINT' || result.signal === 'SIGTERM')
    process.exit(130);
  var text = readOrEmpty(log);
  var offline =
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|RequestError/.test(
      text,
    );
  // Warnings go first; the last telling line is the reason.
  var reason = text
    .split('\n')
    .filter(function telling(line) {
      return (
        /error|YN00[0-9]*[1-9]/i.test(line) && !/YN00(00|60|02)/.test(line)
      );
    })
    .pop();
  fail(
    title +
      ' failed: ' +
      (offline
        ? 'the npm registry cannot be reached. Check the network (or the proxy settings) and run it again.'
        : (reason || 'it ended with an error.').trim()) +
      ' Log: ' +
      path.relative(root, log),
  );
}

function installToolchain() {
  // The Node that an earlier run fetched is no Node of the machine: it has to stay where it is.
  var needsNode =
    SUPPORTED_NODES.indexOf(major(process.version)) === -1 ||
    process.execPath.indexOf(toolchain + path.sep) === 0;
  var wanted = ['@yarnpkg/cli-dist@' + YARN_VERSION].concat(
    needsNode ? ['node@' + NODE_VERSION] : [],
  );
  var stamp = path.join(toolchain, 'installed.txt');
  if (readOrEmpty(stamp) !== wanted.join('\n')) {
    console.log('Fetching ' + wanted.join(' and ') + ' ...');
    fs.mkdirSync(toolchain, { recursive: true });
    fs.writeFileSync(
      path.join(toolchain, 'package.json'),
      '{"private":true}\n',
    );
    runLogged(
      'Fetching Node and Yarn',
      process.platform === 'win32' ? 'npm.cmd' : 'npm',
      ['install', '--no-audit', '--no-fund', '--no-save'].concat(wanted),
      {
        cwd: toolchain,
        env: Object.assign({}, process.env, cacheSettings(), {
          // An .npmrc of this project is not that of the folder below it.
          npm_config_registry: npmConfig().registry,
        }),
        shell: process.platform === 'win32',
      },
    );
    fs.writeFileSync(stamp, wanted.join('\n'));
  }
  return {
    node: needsNode
      ? path.join(
          toolchain,
          'node_modules',
          'node',
          'bin',
          process.platform === 'win32' ? 'node.exe' : 'node',
        )
      : process.execPath,
    yarn: path.join(
      toolchain,
      'node_modules',
      '@yarnpkg',
      'cli-dist',
      'bin',
      'yarn.js',
    ),
  };
}

/** A home that nobody may write to (or none at all) keeps no caches: they go into .data instead. */
function cacheSettings() {
  try {
    fs.accessSync(os.homedir(), fs.constants.W_OK);
    return {};
  } catch (error) {
    return {
      npm_config_cache: path.join(root, '.data', 'npm'),
      YARN_GLOBAL_FOLDER: path.join(root, '.data', 'yarn'),
    };
  }
}

/** What npm is configured with, so that `.npmrc` of this folder, of the home and of the machine count. */
function npmConfig() {
  var result = childProcess.spawnSync(
    process.platform === 'win32' ? 'npm.cmd' : 'npm',
    ['config', 'list', '--json'],
    { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' },
  );
  try {
    return JSON.parse(result.stdout);
  } catch (error) {
    return {};
  }
}

/**
 * Yarn reads no `.npmrc`. Where npm is told of a registry, a proxy or certificates, Yarn is told the same,
 * unless it is told something of its own.
 */
function yarnSettings() {
  // What Yarn's own files say comes first.
  var own = [
    path.join(os.homedir(), '.yarnrc.yml'),
    path.join(root, '.yarnrc.yml'),
  ]
    .map(readOrEmpty)
    .join('\n');
  var npm = npmConfig();
  var registry = String(npm.registry || '').replace(/\/+$/, '');
  var settings = {};
  if (
    registry &&
    !/^npmRegistryServer:/m.test(own) &&
    !/^https:\/\/registry\.(npmjs\.org|yarnpkg\.com)$/.test(registry)
  ) {
    settings.YARN_NPM_REGISTRY_SERVER = registry;
    if (/^http:/.test(registry))
      settings.YARN_UNSAFE_HTTP_WHITELIST = new URL(registry).hostname;
  }
  if (npm['https-proxy']) settings.YARN_HTTPS_PROXY = npm['https-proxy'];
  if (npm.proxy) settings.YARN_HTTP_PROXY = npm.proxy;
  if (npm.cafile) settings.YARN_HTTPS_CA_FILE_PATH = npm.cafile;
  if (npm['strict-ssl'] === false) settings.YARN_ENABLE_STRICT_SSL = 'false';
  Object.keys(settings).forEach(function keep(name) {
    if (process.env[name]) delete settings[name];
  });
  return settings;
}

/** A fingerprint of everything the installation depends on: a second start skips the install when it is unchanged. */
function installFingerprint() {
  var hash = crypto.createHash('sha256');
  var files = ['package.json', 'yarn.lock', '.yarnrc.yml'];
  ['plugins', 'test'].forEach(function workspaces(folder) {
    fs.readdirSync(path.join(root, folder))
      .sort()
      .forEach(function manifest(name) {
        files.push(path.join(folder, name, 'package.json'));
      });
  });
  files.forEach(function add(file) {
    hash.update(file + '\0' + readOrEmpty(path.join(root, file)) + '\0');
  });
  return hash.digest('hex');
}

var installStamp = path.join(root, 'node_modules', '.installed');

function needsInstall() {
  return readOrEmpty(installStamp) !== installFingerprint();
}

function installPackages(tools, env) {
  if (!needsInstall()) return;
  console.log('Installing packages (about a minute the first time) ...');
  runLogged(
    'Installing packages',
    tools.node,
    [tools.yarn, 'install', '--immutable'],
    { cwd: root, env: env },
  );
  fs.writeFileSync(installStamp, installFingerprint());
}

if (major(process.version) < 20) {
  fail(
    'Node ' +
      process.version +
      ' is too old; any Node from 20 on will do (it fetches the right one itself).',
  );
}

/** Set-up and logs go into this folder; often a run as root has left what the next user cannot write to. */
['', '.toolchain', 'node_modules', '.data'].forEach(function writable(name) {
  var folder = path.join(root, name);
  if (!fs.existsSync(folder)) return;
  try {
    fs.accessSync(folder, fs.constants.W_OK);
  } catch (error) {
    fail(
      folder +
        ' cannot be written to by ' +
        os.userInfo().username +
        '. Run it as its owner, or in a copy of your own.',
    );
  }
});

var tools = installToolchain();
var env = Object.assign({}, process.env, {
  PATH:
    path.dirname(tools.node) +
    path.delimiter +
    path.join(toolchain, 'node_modules', '.bin') +
    path.delimiter +
    process.env.PATH,
  NODE_NO_WARNINGS: '1',
});
Object.assign(env, cacheSettings());
if (needsInstall() || command === 'test-install')
  Object.assign(env, yarnSettings());
installPackages(tools, env);

var child = childProcess.spawn(
  tools.node,
  ['--import', 'tsx', path.join(root, 'scripts', command + '.ts')].concat(
    // npm keeps `--` to itself, other package managers hand it on.
    process.argv.slice(3).filter(function isArgument(arg) {
      return arg !== '--';
    }),
  ),
  { cwd: root, env: env, stdio: 'inherit' },
);
// Ctrl-C reaches the child through the terminal; a plain kill of this process has to be passed on.
['SIGINT', 'SIGTERM', 'SIGHUP'].forEach(function forward(signal) {
  process.on(signal, function pass() {
    if (signal !== 'SIGINT') child.kill(signal);
  });
});
child.on('exit', function done(code, signal) {
  process.exit(code === null ? (signal === 'SIGINT' ? 130 : 1) : code);
});
