import { checkOf } from '../checkOf';
import { DOCUMENT } from '../document';
import type { Verdict } from '../verdict';
import { listed, listedEvidence } from '../listed';
import { endpointsOf } from './endpointUrlsCheck';

const hostOf = (url: string) =>
  URL.canParse(url) ? new URL(url).host : undefined;

/** Endpoints lie on the issuer's host, or where the product has them (RFC 9700 section 2.6). */
export const endpointHostsCheck = checkOf(
  DOCUMENT,
  'discovery.endpoint-hosts',
  ({ document, profile }): Verdict => {
    const own = hostOf(String(document.issuer));
    const foreign = endpointsOf(document)
      .map(({ url }) => hostOf(url))
      .filter(host => host !== undefined && host !== own) as string[];
    const hosts = [...new Set(foreign)];
    if (hosts.length === 0)
      return {
        result: 'pass',
        message: 'Every endpoint lies on the issuer’s host',
      };
    const message = `Endpoints lie on ${listed(hosts)}`;
    return profile.foreignHosts
      ? { result: 'pass', message: `${message}, as usual at ${profile.title}` }
      : {
          result: 'info',
          message: `${message}, not on the issuer’s host`,
          evidence: { hosts: listedEvidence(hosts) },
        };
  },
);
