import { z } from 'zod';
import { CAMUNDA_VERSIONS } from '../../camunda';
import { certificateReferenceSchema } from '../../connections/certificate';
import { componentsSchema } from '../../connections/components';
import { machineClientsSchema } from '../../connections/machineClients';
import { clientKeySchema } from '../../connections/runSecrets';
import { secretReferenceSchema } from '../../connections/secrets';
import { createProviderSchema } from '../../providers/schema';
import * as answers from './answers';
import { defaultsInWords } from './defaultsInWords';
import { jsonSchema } from './jsonSchema';
import { ref } from './responses';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** Schemas that have a name of their own in the document, whether they are sent or answered. */
const NAMED: Record<string, z.ZodType> = {
  Error: answers.errorAnswer,
  Connection: answers.connectionAnswer,
  ConnectionSummary: answers.connectionSummaryAnswer,
  ConnectionPage: answers.connectionPageAnswer,
  Provider: createProviderSchema(),
  Components: componentsSchema,
  MachineClient: machineClientsSchema.unwrap(),
  SecretReference: secretReferenceSchema,
  CertificateReference: certificateReferenceSchema,
  ClientKey: clientKeySchema,
  CamundaVersion: z.enum(CAMUNDA_VERSIONS),
  ConnectionClient: answers.clientAnswer,
  Finding: answers.findingAnswer,
  Report: answers.reportAnswer,
  ReportHeader: answers.reportHeaderAnswer,
  ReportPage: answers.reportPageAnswer,
  Config: answers.configAnswer,
  ProviderSetup: answers.providerSetupAnswer,
  Registrations: answers.registrationsAnswer,
  ConfigComparison: answers.configComparisonAnswer,
  ValuesUpgrade: answers.valuesUpgradeAnswer,
  UpgradeProposal: answers.upgradeProposalAnswer,
  LoginTest: answers.loginTestAnswer,
  LoginTestResult: answers.loginTestResultAnswer,
  InitialClaimChanges: answers.claimChangesAnswer,
  CamundaFacts: answers.camundaFactsAnswer,
  Findings: answers.findingsAnswer,
  ProviderPresets: answers.presetsAnswer,
  OpenApi: z.looseObject({ openapi: z.string() }),
};

/** What an answer adds to a secret of which the value is stored; nobody sends it. */
const STORED_SECRET: JsonSchema['properties'] = Object.fromEntries(
  Object.entries(
    jsonSchema(answers.storedSecretAnswer, 'output').properties ?? {},
  ).map(([name, schema]) => [name, { ...(schema as object), readOnly: true }]),
);

const raw = new Map(
  Object.entries(NAMED).map(([name, schema]) => [
    name,
    jsonSchema(schema, 'output'),
  ]),
);

const names = new Map(
  [...raw].map(([name, schema]) => [JSON.stringify(schema), name]),
);

/** Puts a reference wherever a named schema stands, from the top down. */
function withReferences(schema: unknown, isRoot = false): unknown {
  if (Array.isArray(schema)) return schema.map(entry => withReferences(entry));
  if (typeof schema !== 'object' || schema === null) return schema;
  const { description, ...bare } = schema as Record<string, unknown>;
  const name = isRoot
    ? undefined
    : names.get(JSON.stringify(schema)) ?? names.get(JSON.stringify(bare));
  if (name) return { ...ref(name), ...(description ? { description } : {}) };
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, withReferences(value)]),
  );
}

/** Bodies of requests, and all that they and the answers are made of. */
export class SchemaComponents {
  readonly #bodies = new Map<string, unknown>();

  /** @returns a reference to a body, which is named from now on */
  body(name: string, schema: JsonSchema) {
    this.#bodies.set(name, withReferences(defaultsInWords(schema)));
    return ref(name);
  }

  /** A schema that has no name, with references to those that have. */
  inline(schema: JsonSchema): unknown {
    return withReferences(schema);
  }

  /** All named schemas. */
  schemas(): Record<string, unknown> {
    const own = [...raw].map(([name, schema]) => {
      const { properties, ...rest } = schema;
      return [
        name,
        withReferences(
          name === 'SecretReference'
            ? { ...rest, properties: { ...properties, ...STORED_SECRET } }
            : schema,
          true,
        ),
      ] as const;
    });
    return Object.fromEntries([...own, ...this.#bodies]);
  }
}
