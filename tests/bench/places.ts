import path from 'node:path';

/** Where the programs are that a bench starts, and the files that it reads. Absolute paths. */
export interface Places {
  readonly project: string;
  readonly migrations: string;
  readonly contentApi: string;
  readonly strapiProgram: string;
  readonly plainProgram: string;
  readonly bareProgram: string;
  readonly peers: string;
  readonly results: string;
}

/** @param project the project's folder; the compiled server is in `dist`, the compiled bench where this file is. */
export function placesIn(project: string): Places {
  const contenders = path.join(__dirname, 'contenders');
  return {
    project,
    migrations: path.join(project, 'database/migrations'),
    contentApi: path.join(project, 'dist/src/content-api/main.js'),
    strapiProgram: path.join(contenders, 'strapi-program.js'),
    plainProgram: path.join(contenders, 'plain/program.js'),
    bareProgram: path.join(contenders, 'bare-program.js'),
    peers: path.join(project, 'tests/bench/peers'),
    results: path.join(project, 'tests/bench/results'),
  };
}
