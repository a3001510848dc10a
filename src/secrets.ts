import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  constants,
  copyFileSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { currentEnvironment, EnvironmentError, type EnvironmentProblem } from './environment';

/** What Strapi signs and encrypts with. Several machines that serve one panel must be given the same ones. */
export interface Secrets {
  /** Sign session cookies; the first signs, all are accepted. */
  readonly APP_KEYS: string;
  /** Signs an administrator's session. */
  readonly ADMIN_JWT_SECRET: string;
  readonly API_TOKEN_SALT: string;
  readonly TRANSFER_TOKEN_SALT: string;
  /** Encrypts what the panel shows again later, such as API tokens. */
  readonly ENCRYPTION_KEY: string;
}

const names = [
  'APP_KEYS',
  'ADMIN_JWT_SECRET',
  'API_TOKEN_SALT',
  'TRANSFER_TOKEN_SALT',
  'ENCRYPTION_KEY',
] as const;

const SHORTEST_SECRET = 16;
const MADE_SECRET_BYTES = 32;

const secret = z.string().min(SHORTEST_SECRET);
const secretsFile = z.object(Object.fromEntries(names.map((name) => [name, secret.optional()])));

/**
 * The secrets that the environment gives, and for the others those in `secrets.json` of the data folder, which are
 * made where they do not exist yet. Only the file's owner may read it.
 *
 * @param random a source of randomness fit for secrets, such as `crypto.randomBytes`.
 * @throws EnvironmentError where a secret is too short, or the file can be neither read nor written.
 */
export function loadSecrets(
  env: Readonly<Record<string, string | undefined>>,
  dataFolder: string,
  random: (bytes: number) => Buffer,
): Secrets {
  const given = givenSecrets(env);
  if (names.every((name) => given[name] !== undefined)) return given as unknown as Secrets;

  const file = path.join(dataFolder, 'secrets.json');
  try {
    const make = () => random(MADE_SECRET_BYTES).toString('base64');
    const kept = readSecrets(file) ?? createSecrets(file, make);
    const missing = names.filter((name) => kept[name] === undefined);
    const made = Object.fromEntries(missing.map((name) => [name, make()]));
    if (missing.length > 0) writeWhole(file, { ...kept, ...made }, renameSync);
    return { ...kept, ...made, ...given } as unknown as Secrets;
  } catch (cause) {
    if (cause instanceof EnvironmentError) throw cause;
    const what = `The secrets could not be kept: ${(cause as Error).message}.`;
    const whatToDo = 'Let this user write there, or name another folder in DATA_FOLDER.';
    throw new EnvironmentError([{ code: 'UNUSABLE_DATA_FOLDER', where: file, what, whatToDo }], {
      cause,
    });
  }
}

type SomeSecrets = Partial<Record<string, string>>;

function givenSecrets(env: Readonly<Record<string, string | undefined>>): SomeSecrets {
  const given = names.filter((name) => env[name]).map((name) => [name, env[name]] as const);
  const problems = given
    .filter(([, value]) => !secret.safeParse(value).success)
    .map(([where]): EnvironmentProblem => ({
      code: 'BAD_SECRET',
      where,
      what: `This secret is shorter than ${SHORTEST_SECRET} characters.`,
      whatToDo:
        'Write a random one, as `openssl rand -base64 32` makes it, or leave it out to have one made.',
    }));
  if (problems.length > 0) throw new EnvironmentError(problems);
  return Object.fromEntries(given);
}

function readSecrets(file: string): SomeSecrets | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  try {
    return secretsFile.parse(JSON.parse(text));
  } catch (cause) {
    const what = 'This is not a file of secrets.';
    const whatToDo =
      'Restore it from a backup; deleting it signs every administrator out and voids all API tokens.';
    throw new EnvironmentError([{ code: 'BAD_SECRET', where: file, what, whatToDo }], { cause });
  }
}

/** Makes the file, unless another process was faster: then its secrets hold. */
function createSecrets(file: string, make: () => string): SomeSecrets {
  mkdirSync(path.dirname(file), { recursive: true });
  try {
    const made = Object.fromEntries(names.map((name) => [name, make()]));
    // Renaming would replace the file where it exists by now.
    writeWhole(file, made, placeNew);
    return made;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return readSecrets(file) ?? {};
  }
}

/** Writes beside the file, then puts it in place, so that nobody reads half of it. */
function writeWhole(
  file: string,
  secrets: SomeSecrets,
  place: (from: string, to: string) => void,
): void {
  const half = `${file}.${process.pid}`;
  try {
    writeFileSync(half, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
    // The mode above holds for a new file only, and an earlier start may have been killed before this point.
    chmodSync(half, 0o600);
    place(half, file);
  } finally {
    rmSync(half, { force: true });
  }
}

/** Fails where there is such a file already. */
function placeNew(half: string, file: string): void {
  try {
    linkSync(half, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
    // Some file systems have no hard links (exFAT, many mounts). A copy is not there all at once: another first start in
    // the same instant may find half of it, and is refused, once.
    copyFileSync(half, file, constants.COPYFILE_EXCL);
  }
}

/** The secrets of this process, as Strapi's configuration files read them at start. */
export const currentSecrets = (): Secrets =>
  loadSecrets(process.env, currentEnvironment().dataFolder, randomBytes);
