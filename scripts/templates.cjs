/*
 * Puts a copy of the software templates into the package that carries them, for as long as it is packed.
 * `node ../../scripts/templates.cjs add|remove`, in the package's folder.
 */
'use strict';

const { cpSync, rmSync } = require('node:fs');
const { join } = require('node:path');

const copy = join(process.cwd(), 'templates');
rmSync(copy, { recursive: true, force: true });
if (process.argv[2] === 'add')
  cpSync(join(__dirname, '..', 'templates'), copy, { recursive: true });
