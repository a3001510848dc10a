import type { FastifyInstance } from 'fastify';
import type { MediaStore } from '../../publications/media-store';
import type { Sha256 } from '../../publications/publication';
import { ApiError } from '../errors';
import { mediaTypeOf } from '../media-type';
import { sendProblem } from './problem';

/** The bytes behind a hash never change, so a copy of them is good for ever (RFC 8246). */
const IMMUTABLE = 'public, max-age=31536000, immutable';

/** Pictures by the hash of their bytes. The name at the end of an address is for readers; its ending gives the type. */
export function mediaRoutes(app: FastifyInstance, store: MediaStore): void {
  app.get<{ Params: { hash: string; name: string } }>(
    '/media/:hash/:name',
    async (request, reply) => {
      const { hash, name } = request.params;
      const mediaType = mediaTypeOf(name);
      const isHash = /^[0-9a-f]{64}$/.test(hash);
      const picture = isHash && mediaType ? await store.open(hash as Sha256) : null;
      if (!picture || !mediaType) return sendProblem(reply, unknownPicture());

      const tag = `"${hash}"`;
      // Nothing that a request says changes these bytes.
      void reply
        .removeHeader('Vary')
        .header('Cache-Control', IMMUTABLE)
        .header('ETag', tag)
        .header('X-Content-Type-Options', 'nosniff')
        // A drawing can hold a script; opened by itself it must not run one in this origin.
        .header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
        .header('Cross-Origin-Resource-Policy', 'cross-origin');
      if (request.headers['if-none-match'] === tag) {
        picture.stream.destroy();
        return reply.status(304).send();
      }
      return reply.type(mediaType).header('Content-Length', picture.size).send(picture.stream);
    },
  );
}

function unknownPicture(): ApiError {
  return new ApiError('NOT_FOUND', {
    where: 'Address',
    what: 'There is no picture here.',
    remedy: 'Take the address from the "url" of an image in an answer, as it is.',
  });
}
