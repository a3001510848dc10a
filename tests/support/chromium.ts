import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { atPace } from './pace';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];
/** How long a page may take for whatever a test waits for. */
const PATIENCE_MILLISECONDS = 60_000;

/** The machine's own browser; null where it has none. */
export function chromiumOnThisMachine(): string | null {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const places = folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  return places.find((place) => existsSync(place)) ?? null;
}

/** Starts it. Whatever is not on this machine it cannot reach: every name resolves to nothing. */
export async function openOfflineChromium(executablePath: string): Promise<Browser> {
  const timeout = atPace(PATIENCE_MILLISECONDS);
  const browser = await chromium.launch({
    executablePath,
    timeout,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
  return browser.on('context', (context) => context.setDefaultTimeout(timeout));
}
