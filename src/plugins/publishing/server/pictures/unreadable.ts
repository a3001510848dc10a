/** Why the bytes of a file of the media library cannot be had; the message goes on from "The picture “x” …". */
export class UnreadablePicture extends Error {
  /** @param isHostDown whether whatever else lies on the same host will fail alike. */
  constructor(
    message: string,
    readonly isHostDown = false,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'UnreadablePicture';
  }
}
