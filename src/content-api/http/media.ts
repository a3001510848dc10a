import type { FastifyInstance, FastifyReply } from 'fastify';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import type { MediaStore } from '../../publications/media-store';
import type { Sha256 } from '../../publications/publication';
import { ApiError } from '../errors';
import { mediaTypeOfBytes } from '../media-type';
import { renditionAsked } from '../renditions/rendition';
import type { Renditions } from '../renditions/renditions';
import { isHeld } from './answer-headers';
import { RETRY_AFTER_SECONDS } from './health';
import { sendProblem } from './problem';

/** The bytes behind a hash never change, so a copy of them is good for ever (RFC 8246). */
const IMMUTABLE = 'public, max-age=31536000, immutable';

/**
 * Pictures by the hash of their bytes, and smaller copies of them by their width. The name at the end of an address is
 * for readers; what a picture is, its bytes say.
 */
export function mediaRoutes(app: FastifyInstance, store: MediaStore, renditions: Renditions): void {
  app.get<{ Params: { hash: string; name: string } }>(
    '/media/:hash/:name',
    async (request, reply) => {
      const { hash } = request.params;
      const picture = isHash(hash) ? await store.open(hash) : null;
      if (!picture) return sendProblem(reply, unknownPicture());

      const tag = `"${hash}"`;
      describePicture(reply, tag);
      if (isHeld(request.headers['if-none-match'], tag)) {
        picture.stream.destroy();
        return reply.status(304).send();
      }
      const mediaType = mediaTypeOfBytes(await beginningOf(picture.stream));
      if (mediaType === null) {
        picture.stream.destroy();
        return sendProblem(reply, unknownPicture());
      }
      return reply.type(mediaType).header('Content-Length', picture.size).send(picture.stream);
    },
  );

  app.get<{ Params: { hash: string; width: string; name: string } }>(
    '/media/:hash/:width/:name',
    async (request, reply) => {
      const { hash, width, name } = request.params;
      const asked = renditionAsked(width, name);
      if (!isHash(hash) || !asked) return sendProblem(reply, unknownPicture());
      const made = await renditions.get(hash, asked.width, asked.format);
      if (made === 'none') return sendProblem(reply, unknownPicture());
      if (made === 'busy') {
        void reply.header('Retry-After', RETRY_AFTER_SECONDS);
        return sendProblem(reply, tooManyPictures());
      }

      const tag = `"${renditions.keyOf(hash, asked.width, asked.format)}"`;
      describePicture(reply, tag);
      if (isHeld(request.headers['if-none-match'], tag)) return reply.status(304).send();
      return reply.type(mediaTypeOfBytes(made) ?? `image/${asked.format}`).send(made);
    },
  );
}

/** The first bytes of a stream, which is then as it was. */
async function beginningOf(stream: Readable): Promise<Uint8Array> {
  if (stream.readableLength === 0 && !stream.readableEnded) await once(stream, 'readable');
  const chunk = stream.read() as Buffer | null;
  if (chunk === null) return new Uint8Array();
  stream.unshift(chunk);
  return chunk;
}

function describePicture(reply: FastifyReply, tag: string): void {
  // Nothing that a request says changes these bytes.
  void reply
    .removeHeader('Vary')
    .header('Cache-Control', IMMUTABLE)
    .header('ETag', tag)
    // A drawing can hold a script; opened by itself it must not run one in this origin.
    .header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
    .header('Cross-Origin-Resource-Policy', 'cross-origin');
}

function isHash(text: string): text is Sha256 {
  return /^[0-9a-f]{64}$/.test(text);
}

function tooManyPictures(): ApiError {
  // Not 503: this process is well, and who asks for so much at once is told to wait.
  return new ApiError('RATE_LIMITED', {
    where: 'Picture',
    what: 'Many smaller copies are being made just now.',
    remedy: 'Ask again in a few seconds, or for the picture itself.',
  });
}

function unknownPicture(): ApiError {
  return new ApiError('NOT_FOUND', {
    where: 'Address',
    what: 'There is no picture here.',
    remedy: 'Take the address from the "url" of an image in an answer, as it is.',
  });
}
