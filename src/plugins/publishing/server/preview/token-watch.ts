import { CHECK_MILLISECONDS } from '../../../../keys/preview-token';
import { previewTokenOfRow, type PreviewTokenRow } from '../../../../keys/preview-token-row';
import type { Ability, NamedDocument } from './permission';
import type { PreviewTokenTable } from './token-table';

/** Each is looked at several times a second; nobody reads more previews than this at once. */
const MOST_PER_PERSON = 20;

export interface TokenWatchOptions {
  readonly table: Pick<PreviewTokenTable, 'live' | 'confirm' | 'end'>;
  /** What a person may do now; null where they may do nothing. */
  abilityOf(person: number): Promise<Ability | null>;
  mayRead(ability: Ability, document: NamedDocument): Promise<boolean>;
  /** Calls back once, later; must not keep the process alive. Returns what cancels it. */
  after(milliseconds: number, callback: () => void): () => void;
  readonly warn: (message: string) => void;
}

/**
 * Looks again and again whether each token for a preview may still be good, for as long as there are any. What it does
 * not confirm, no process goes on honouring: so whatever keeps it from looking ends the tokens too.
 */
export class TokenWatch {
  #cancelTimer: () => void = () => undefined;
  #looking: Promise<void> | null = null;
  #isWatching = false;
  /** Whether a token may have been made that no look has seen. */
  #isWanted = false;
  #isFailing = false;
  #isStopped = false;

  constructor(private readonly options: TokenWatchOptions) {}

  /** To be called at start, and whenever a token was made. */
  start(): void {
    this.#isWanted = true;
    if (this.#isWatching || this.#isStopped) return;
    this.#isWatching = true;
    this.#lookLater();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#cancelTimer();
    await this.#looking;
  }

  #lookLater(): void {
    this.#cancelTimer = this.options.after(CHECK_MILLISECONDS, () => {
      this.#looking = this.#lookAndGoOn();
    });
  }

  /** Never rejects. */
  async #lookAndGoOn(): Promise<void> {
    this.#isWanted = false;
    try {
      const rows = await this.options.table.live();
      await this.#look(rows);
      this.#isWatching = rows.length > 0 || this.#isWanted;
      this.#isFailing = false;
    } catch (error) {
      if (!this.#isFailing && !this.#isStopped) {
        const why = error instanceof Error ? error.message : String(error);
        this.options.warn(`Tokens for previews cannot be checked, and are not honoured: ${why}`);
      }
      this.#isFailing = true;
    }
    if (this.#isWatching && !this.#isStopped) this.#lookLater();
  }

  async #look(rows: readonly PreviewTokenRow[]): Promise<void> {
    const abilities = new Map<number, Ability | null>();
    const counts = new Map<number, number>();
    const good: string[] = [];
    const over: string[] = [];
    for (const row of rows) {
      const { person } = row;
      let ability = abilities.get(person);
      if (ability === undefined) {
        ability = await this.options.abilityOf(person);
        abilities.set(person, ability);
      }
      const count = (counts.get(person) ?? 0) + 1;
      counts.set(person, count);
      const isGood = count <= MOST_PER_PERSON && ability && (await this.#mayRead(ability, row));
      (isGood ? good : over).push(row.id);
    }
    await this.options.table.end(over);
    await this.options.table.confirm(good);
  }

  async #mayRead(ability: Ability, row: PreviewTokenRow): Promise<boolean> {
    const token = previewTokenOfRow(row);
    if (!token) return false;
    const { type, documentId, locale } = token;
    return this.options.mayRead(ability, { type, documentId, locale: locale ?? undefined });
  }
}
