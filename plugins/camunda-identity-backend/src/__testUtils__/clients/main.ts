/** Runs one of the clients: `main.ts <client> <target as JSON>` prints the outcome as JSON. */
const [client, target] = process.argv.slice(2);

import(`./${client}`)
  .then(({ run }) => run(JSON.parse(target)))
  .then(outcome => process.stdout.write(JSON.stringify(outcome)));
