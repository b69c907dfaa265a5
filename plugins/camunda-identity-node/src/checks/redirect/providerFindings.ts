import {
  finding,
  type Finding,
  type FindingCode,
  type FindingResult,
} from 'backstage-plugin-camunda-identity-common';
import { PROVIDER } from '../verdict';
import type { ProbeAnswer } from './answers';

/** Codes about the authorization endpoint itself, independent of the client. */
export const ENDPOINT_CODES: readonly FindingCode[] = [
  'discovery.authorization-endpoint',
  'client.redirect-uri-state',
  'client.redirect-uri-issuer',
  'client.redirect-uri-target',
  'client.redirect-uri-code',
];

type Back = Extract<ProbeAnswer, { kind: 'back' }>;

interface EndpointFacts {
  /** Answers to the record's redirect URIs and to the controls. */
  answers: readonly ProbeAnswer[];
  /** The issuer that the document names. */
  issuer: string;
  /** The document promises that answers name their issuer. */
  namesIssuer: boolean;
}

const told = (
  code: FindingCode,
  result: FindingResult,
  message: string,
  evidence?: Finding['evidence'],
) => finding(code, result, PROVIDER, { message, evidence });

/** The endpoint fails if no request gets a usable answer. */
function endpointFinding({ answers }: EndpointFacts): Finding {
  const code = 'discovery.authorization-endpoint';
  const said = answers.filter(({ kind }) => kind !== 'none');
  const [broken] = said.flatMap(answer =>
    answer.kind === 'broken' ? [answer] : [],
  );
  if (said.length === 0)
    return told(
      code,
      'unknown',
      answers[0]?.kind === 'none' ? answers[0].message : 'Nobody was asked for',
    );
  if (broken && said.every(({ kind }) => kind === 'broken'))
    return told(
      code,
      'fail',
      `${broken.message}. Nobody can sign in`,
      broken.status === undefined ? undefined : { status: broken.status },
    );
  // If everybody gets the same answer, valid requests perhaps included, it proves nothing about the endpoint.
  const wordless = said.flatMap(answer =>
    answer.kind === 'refused' && !answer.explanation ? [answer.status] : [],
  );
  if (
    wordless.length === said.length &&
    wordless.every(status => status === wordless[0])
  )
    return told(
      code,
      'unknown',
      `The authorization endpoint answers everybody with status ${wordless[0]} and a page that nothing is known of, so that it is not known whether it does its work`,
      { status: wordless[0] },
    );
  return told(code, 'pass', 'The authorization endpoint does its work');
}

function stateFinding(backs: readonly Back[]): Finding {
  const code = 'client.redirect-uri-state';
  const wrong = backs.find(({ state }) => state !== 'same');
  return wrong
    ? told(
        code,
        'fail',
        wrong.state === 'lost'
          ? 'The provider redirects back without the state that was sent'
          : 'The provider redirects back with another state than the one that was sent',
      )
    : told(code, 'pass', 'The state comes back as it was sent');
}

function issuerFinding(
  backs: readonly Back[],
  { issuer, namesIssuer }: EndpointFacts,
): Finding {
  const code = 'client.redirect-uri-issuer';
  const other = backs.find(entry => entry.issuer && entry.issuer !== issuer);
  if (other)
    return told(
      code,
      'fail',
      `The answer comes from the issuer ${other.issuer}, the document is that of ${issuer}`,
    );
  if (backs.some(entry => entry.issuer === issuer))
    return told(code, 'pass', 'The answer names the issuer');
  return namesIssuer
    ? told(
        code,
        'warn',
        'The document says that answers name their issuer (iss), and this one does not',
      )
    : told(code, 'skipped', 'Answers do not name their issuer');
}

/** Judges the endpoint by its answers, and whether the answers belong to the requests. */
export function endpointFindings(facts: EndpointFacts): Finding[] {
  const backs = facts.answers.flatMap(answer =>
    answer.kind === 'back' ? [answer] : [],
  );
  const targets = facts.answers.flatMap(answer =>
    answer.kind === 'elsewhere' ? [answer.target] : [],
  );
  const [, ...ofAnswers] = ENDPOINT_CODES;
  if (backs.length === 0 && targets.length === 0)
    return [
      endpointFinding(facts),
      ...ofAnswers.map(code =>
        told(code, 'skipped', 'The provider sent no answer to a redirect URI'),
      ),
    ];
  return [
    endpointFinding(facts),
    stateFinding(backs),
    issuerFinding(backs, facts),
    targets.length > 0
      ? told(
          'client.redirect-uri-target',
          'fail',
          `The provider sends its answer to ${targets[0]}, which nobody asked for`,
        )
      : told(
          'client.redirect-uri-target',
          'pass',
          'The answer goes to the redirect URI that was asked for',
        ),
    backs.some(({ code }) => code)
      ? told(
          'client.redirect-uri-code',
          'fail',
          'The provider issues a code although nobody is signed in and prompt=none was sent: whoever opens the address is signed in as somebody',
        )
      : told(
          'client.redirect-uri-code',
          'pass',
          'No code is issued while nobody is signed in',
        ),
  ];
}
