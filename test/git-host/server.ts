import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { git, smartHttp } from './smartHttp';

/** What a Git host asks of whoever calls. */
export const GIT_USER = { username: 'portal', password: 'worthless-elsewhere' };

export interface GitHost {
  /** Under this name it is a Gitea. */
  gitea: string;
  /** Under this one a Bitbucket Server: integrations are told apart by their host. */
  bitbucket: string;
  /** Of Backstage’s configuration. */
  integrations: object;
  state: {
    /** Refuses everything with 403 while it is set. */
    refuses: boolean;
    /** Waited for before each answer. */
    gate?: Promise<unknown>;
    /** Requests so far. */
    requests: number;
  };
  /** Pull requests that were asked for, as the host got them. */
  pullRequests: any[];
  /** Makes a repository of a Bitbucket project, with files on its main branch. */
  create(path: string, files: Record<string, string>): void;
  /** A fresh clone; answers its folder. */
  clone(path: string, branch?: string): string;
  stop(): Promise<void>;
}

type Answer = [status: number, body?: unknown];

/**
 * A Git host for tests: real bare repositories behind git’s own HTTP backend, and of the REST faces of Gitea and
 * Bitbucket Server what Backstage’s actions ask for.
 *
 * @param port - 0 takes a free one
 */
export async function startGitHost(port = 0): Promise<GitHost> {
  const folder = mkdtempSync(join(tmpdir(), 'git-host-'));
  const root = join(folder, 'repositories');
  const state: GitHost['state'] = { refuses: false, requests: 0 };
  const pullRequests: any[] = [];
  let clones = 0;

  const bare = (path: string) => join(root, `${path}.git`);
  const commitOf = (path: string, branch: string) =>
    git('-C', bare(path), 'rev-parse', branch).trim();

  function bitbucket(path: string, req: IncomingMessage, body: any): Answer {
    const { pathname, searchParams } = new URL(req.url!, 'http://localhost');
    const rest = pathname.split(`/repos/${path.split('/')[1]}/`)[1];
    const ref = (name: string) => ({
      id: `refs/heads/${name}`,
      displayId: name,
      latestCommit: commitOf(path, name),
    });
    if (rest === 'default-branch') return [200, { displayId: 'main' }];
    if (rest.startsWith('raw/'))
      return [200, git('-C', bare(path), 'show', `main:${rest.slice(4)}`)];
    if (rest === 'pull-requests') {
      pullRequests.push(body);
      return [
        201,
        { links: { self: [{ href: `http://${req.headers.host}/pulls/1` }] } },
      ];
    }
    if (rest === 'branches' && req.method === 'POST') {
      git('-C', bare(path), 'branch', body.name, body.startPoint);
      return [200, ref(body.name)];
    }
    const wanted = searchParams.get('filterText') ?? '';
    const names = git('-C', bare(path), 'branch', '--format=%(refname:short)');
    return [
      200,
      { values: names.split('\n').includes(wanted) ? [ref(wanted)] : [] },
    ];
  }

  function giteaApi(pathname: string, body: any): Answer {
    const [, owner] = /^\/api\/v1\/orgs\/([\w-]+)/.exec(pathname) ?? [];
    if (!pathname.endsWith('/repos')) return [200, { username: owner }];
    git('init', '--bare', '-q', '-b', 'main', bare(`${owner}/${body.name}`));
    return [201, { name: body.name }];
  }

  async function bodyOf(req: IncomingMessage) {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    return text ? JSON.parse(text) : undefined;
  }

  async function answer(req: IncomingMessage, res: ServerResponse) {
    const { pathname } = new URL(req.url!, 'http://localhost');
    state.requests += 1;
    await state.gate;
    if (state.refuses) {
      res.writeHead(403).end('The policy of this host refuses it');
      return;
    }
    const smart = /^(?:\/scm)?(\/[\w-]+\/[\w-]+\.git\/.+)$/.exec(pathname);
    if (smart) {
      if (req.headers.authorization) smartHttp(root, smart[1], req, res);
      else res.writeHead(401, { 'WWW-Authenticate': 'Basic' }).end();
      return;
    }
    const stash =
      /^\/rest\/api\/1\.0\/projects\/([\w-]+)\/repos\/([\w-]+)/.exec(pathname);
    const [status, body] = stash
      ? bitbucket(`${stash[1]}/${stash[2]}`, req, await bodyOf(req))
      : pathname.startsWith('/api/v1/')
      ? giteaApi(pathname, await bodyOf(req))
      : ([200, {}] as Answer);
    res.writeHead(status, {
      'Content-Type':
        typeof body === 'string' ? 'text/plain' : 'application/json',
    });
    res.end(typeof body === 'string' ? body : JSON.stringify(body));
  }

  const server = createServer((req, res) => {
    // Whoever asks may be killed while it does.
    answer(req, res).catch(() => res.destroy());
  });
  await new Promise<void>(done => server.listen(port, '127.0.0.1', done));
  const address = server.address() as AddressInfo;
  const gitHost = `localhost:${address.port}`;
  const stashHost = `127.0.0.1:${address.port}`;

  function clone(path: string, branch = 'main'): string {
    const target = join(folder, `clone-${(clones += 1)}`);
    git('clone', '-q', '-b', branch, bare(path), target);
    return target;
  }

  return {
    gitea: gitHost,
    bitbucket: stashHost,
    integrations: {
      gitea: [{ host: gitHost, baseUrl: `http://${gitHost}`, ...GIT_USER }],
      bitbucketServer: [
        {
          host: stashHost,
          apiBaseUrl: `http://${stashHost}/rest/api/1.0`,
          ...GIT_USER,
        },
      ],
    },
    state,
    pullRequests,
    clone,
    create(path, files) {
      git('init', '--bare', '-q', '-b', 'main', bare(path));
      const work = join(folder, `work-${(clones += 1)}`);
      git('clone', '-q', bare(path), work);
      for (const [name, content] of Object.entries(files))
        writeFileSync(join(work, name), content);
      git('-C', work, 'add', '.');
      git(
        '-C',
        work,
        '-c',
        'user.name=Test',
        '-c',
        'user.email=test@example.com',
        'commit',
        '-q',
        '-m',
        'What the team runs',
      );
      git('-C', work, 'push', '-q', 'origin', 'HEAD:main');
    },
    async stop() {
      server.closeAllConnections();
      await new Promise(done => server.close(done));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
