import { spawn, spawnSync } from 'node:child_process';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** True where this machine has git and its HTTP backend. */
export function hasGit(): boolean {
  return spawnSync('git', ['http-backend', '--help']).error === undefined;
}

/** Runs git, and fails with what it says. */
export function git(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('git', args, {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout;
}

/**
 * Answers git’s smart HTTP protocol with `git http-backend`, which is a CGI program (git-http-backend(1)).
 *
 * @param root - folder of the bare repositories
 * @param path - of the request, below `root`
 */
export function smartHttp(
  root: string,
  path: string,
  req: IncomingMessage,
  res: ServerResponse,
) {
  const { search } = new URL(req.url ?? '/', 'http://localhost');
  const child = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env.PATH,
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: path,
      QUERY_STRING: search.slice(1),
      REQUEST_METHOD: req.method,
      CONTENT_TYPE: req.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: req.headers['content-encoding'] ?? '',
      HTTP_GIT_PROTOCOL: String(req.headers['git-protocol'] ?? ''),
      // Whoever is signed in may push.
      REMOTE_USER: 'test',
    },
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', chunk => chunks.push(chunk));
  child.on('close', () => {
    const answer = Buffer.concat(chunks);
    const end = answer.indexOf('\r\n\r\n');
    let status = 200;
    for (const line of answer.subarray(0, end).toString().split('\r\n')) {
      const [name, value = ''] = line.split(': ');
      if (name === 'Status') status = Number.parseInt(value, 10);
      else if (name) res.setHeader(name, value);
    }
    res.statusCode = status;
    res.end(answer.subarray(end + 4));
  });
  // A push that git refuses is not read to its end.
  child.stdin.on('error', () => {});
  req.pipe(child.stdin);
}
