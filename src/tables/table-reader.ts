/** Read access to the plain tables that lie beside the log: keys, drafts. There is one for PostgreSQL and one for SQLite. */
export interface TableReader {
  /**
   * @param statement one `select`, which both databases understand; its parameters are `$1`, `$2` …, each once
   *   and in this order.
   */
  read<Row extends object>(
    statement: string,
    ...parameters: readonly (string | number)[]
  ): Promise<readonly Row[]>;
  /** Ends the connection for good; may be called again. What is read afterwards is refused. */
  close(): Promise<void>;
}
