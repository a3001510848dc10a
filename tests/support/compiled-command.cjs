'use strict';

/* Runs a compiled command of whichever copy of the program: node compiled-command.cjs PROJECT NAME …ARGUMENTS. */

const path = require('node:path');

const [project, name, ...args] = process.argv.slice(2);
require(path.join(project, 'dist/src/commands', `${name}.js`))
  .main(args, project)
  .then(
    (exitCode) => process.exit(exitCode),
    (error) => {
      console.error(`${error.code}: ${error.message}\n${error.whatToDo}`);
      process.exit(1);
    },
  );
