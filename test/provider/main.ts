/** The local OpenID provider as a process of its own: `tsx test/provider/main.ts [port]`. */
import { startLocalProvider } from './server';

async function main() {
  const provider = await startLocalProvider({
    port: Number(process.argv[2] ?? 9400),
    loginTestUri: `http://localhost:${
      process.env.CAMUNDA_IDENTITY_BACKEND_PORT ?? 7007
    }/api/camunda-identity/v1/login-tests/callback`,
  });
  process.stdout.write(`OpenID provider ready at ${provider.issuer}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      provider.stop().finally(() => process.exit(0));
    });
}

main().catch(error => {
  process.stderr.write(`OpenID provider: ${error.message}\n`);
  process.exit(1);
});
