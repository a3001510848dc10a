import packageFile from '../package.json';

/** Which release of this program this is, as each entry of the log names the one that wrote it. */
export const RELEASE: string = packageFile.version;
