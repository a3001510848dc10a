export { ContentClient } from './content-client.js';
export type { Answer, AskOptions, ClientOptions } from './content-client.js';
export { ContentError } from './content-error.js';
export type { ClientCode, ErrorCode, ServerCode } from './content-error.js';
export type { Change, ChangesOptions } from './changes.js';
export type { KeptAnswer, LastKnownGood } from './last-known-good.js';
export { MemoryStore } from './memory-store.js';
export type { TypedDocument } from './typed-document.js';
export * from './generated/operations.js';
