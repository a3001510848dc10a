/** The one row of the table `installation`. */
export interface InstallationRow {
  readonly id: typeof INSTALLATION_ID;
  /** Of the authoring process that began to listen last: scheme, host and port, no slash at the end. */
  readonly public_url: string;
}

export const INSTALLATION_ID = 1;
