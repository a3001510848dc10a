import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes, randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { openMediaStore } from '../../../publications/media-store';
import { RELEASE } from '../../../release';
import { openBucket } from '../../../s3/bucket';
import { parsePluginConfiguration } from './configuration';
import { toldFailures } from './database/told-failures';
import { watchConnection } from './database/watched-connection';
import { WriterQueue, type QueueClock } from './database/writer-queue';
import { Writing } from './database/writing';
import { deskController, deskRoutes } from './desk/routes';
import { applyEditViews } from './edit-view';
import { tellPublicUrl } from './installation/public-url';
import { KeyTable } from './keys/key-table';
import { registerKeyPermission } from './keys/permission';
import { keyController, keyRoutes } from './keys/routes';
import { preview, tellWhyNoPreview } from './preview/preview';
import { PreviewTokenTable } from './preview/token-table';
import { documentPictures } from './pictures/document-pictures';
import { pictureLibrary } from './pictures/library';
import { originals } from './pictures/original';
import {
  preparePicturesInPanel,
  refuseUnkeepableWords,
  refuseUploadsByAddress,
} from './pictures/panel-routes';
import { publishedCopies } from './pictures/published-copies';
import { ReadyPictures } from './pictures/ready-pictures';
import { addressUploadsAsInFolder } from './pictures/upload-provider';
import { showUploadsOf } from './pictures/upload-route';
import { takePicturesAsSeen } from './pictures/uploaded-picture';
import { adoptPublished } from './record/adoption';
import type { Row } from './record/content-model';
import { recordConfiguration } from './record/configuration';
import { draftTable } from './record/drafts';
import { findDrift, type Drift } from './record/drift';
import { databaseIdle } from './record/idle';
import { mayRewriteLog, protectLog } from './record/immutability';
import { ensureLocales, onLocaleChange } from './record/locales';
import { publicationLog } from './record/log';
import { recorder } from './record/recorder';
import { restoreFromLog } from './record/restore';
import { withdrawRetired } from './record/retirement';

/** What other code of this process may ask of the plugin: `strapi.plugin('publishing').service('record')`. */
export type RecordService = ReturnType<typeof recordService>;

/** The composition root: the only place that gives the parts to one another, and the clock and the network to them. */
function recordService({ strapi }: { strapi: Core.Strapi }) {
  const configuration = parsePluginConfiguration(strapi.config.get('plugin::publishing'));
  const log = publicationLog(clock, RELEASE, () => writingOf(strapi).patienceMilliseconds);
  const mediaStore = openMediaStore(configuration.mediaStore);
  const ready = new ReadyPictures(
    originals({
      publicFolder: strapi.dirs.static.public,
      bucket: configuration.uploadBucket === null ? null : openBucket(configuration.uploadBucket),
      remote: {
        ...configuration.remoteUploads,
        sizeLimitBytes: strapi.config.get<number>('plugin::upload.sizeLimit'),
      },
    }),
    mediaStore,
    publishedCopies(() => strapi.db.connection, mediaStore),
    (error) => strapi.log.error(error),
  );
  const pictures = documentPictures(strapi, ready);
  const drafts = draftTable(strapi, pictures, ready);
  return {
    pictures,
    middleware: () => recorder(strapi, log, pictures, ready, drafts, writingOf(strapi)),
    catchUpDrafts: () => drafts.catchUp(),
    protectLog: () => protectLog(strapi.db.connection),
    mayRewriteLog: () => mayRewriteLog(strapi.db.connection),
    ensureLocales: () => ensureLocales(strapi, configuration.locales),
    recordConfiguration: () => recordConfiguration(strapi, log, configuration.fallbacks),
    withdrawRetired: () => withdrawRetired(strapi, log),
    adoptPublished: () => adoptPublished(strapi, log, pictures, ready),
    preparePictures: (files: readonly Row[]) => ready.prepare(files),
    standIns: () => ready.standIns,
    findDrift: () => findDrift(strapi, pictures, ready),
    restore: (drift: readonly Drift[]) =>
      restoreFromLog(strapi, pictures, pictureLibrary(strapi, ready, mediaStore), drift),
  };
}

/** What Strapi's Preview button opens: `strapi.plugin('publishing').service('preview')`. */
export type PreviewService = ReturnType<typeof previewService>;

function previewService({ strapi }: { strapi: Core.Strapi }) {
  const { previewUrl } = parsePluginConfiguration(strapi.config.get('plugin::publishing'));
  const outside = AsyncLocalStorage.snapshot();
  return preview(strapi, {
    frontend: previewUrl,
    table: new PreviewTokenTable({
      connection: strapi.db.connection,
      clock,
      random: randomBytes,
      newId: randomUUID,
    }),
    after(milliseconds, callback) {
      // What is looked at later is nobody's request, though one has set the timer.
      const timer = setTimeout(() => outside(callback), milliseconds);
      timer.unref();
      return () => clearTimeout(timer);
    },
  });
}

/** The panel's side of the keys; the content API reads their table by itself. */
function keyTableOf(strapi: Core.Strapi): KeyTable {
  return new KeyTable({
    connection: strapi.db.connection,
    clock,
    random: randomBytes,
    newId: randomUUID,
  });
}

/**
 * Tells content APIs elsewhere under which origin this process names what is served: once it listens, so that no command
 * that boots Strapi for one piece of work does.
 */
function tellOthersPublicUrl(strapi: Core.Strapi): void {
  const { publicUrl } = parsePluginConfiguration(strapi.config.get('plugin::publishing'));
  strapi.server.httpServer.once('listening', () => {
    tellPublicUrl(strapi.db.connection, publicUrl).then(
      (before) => {
        if (before === null) return;
        strapi.log.warn(
          `Content APIs elsewhere that were given no PUBLIC_URL name ${publicUrl} from now on, and no longer ${before}.`,
        );
      },
      (error: unknown) => {
        strapi.log.error(error);
        strapi.log.error(
          `Content APIs elsewhere could not be told of the PUBLIC_URL ${publicUrl}. Start this process again.`,
        );
      },
    );
  });
}

/** Said at each start, and nothing worse: one role for everything is how most people begin. */
const ONE_ROLE =
  'The database role of this process could change the publication log. A role of its own can keep it: see "Two roles" ' +
  'in README.md.';

function clock(): Date {
  return new Date();
}

const systemTime: QueueClock = {
  now: Date.now,
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};

function recordOf(strapi: Core.Strapi): RecordService {
  return strapi.plugin('publishing').service('record');
}

function writingOf(strapi: Core.Strapi): Writing {
  return strapi.plugin('publishing').service('writing');
}

function previewOf(strapi: Core.Strapi): PreviewService {
  return strapi.plugin('publishing').service('preview');
}

function keepUploadsInBucket(strapi: Core.Strapi): void {
  const { uploadBucket } = parsePluginConfiguration(strapi.config.get('plugin::publishing'));
  if (uploadBucket === null) return;
  addressUploadsAsInFolder(strapi, uploadBucket);
  showUploadsOf(strapi, openBucket(uploadBucket));
}

export default {
  services: { record: recordService, preview: previewService, writing: () => new Writing(clock) },
  middlewares: {
    'told-failures': (_: unknown, { strapi }: { strapi: Core.Strapi }) =>
      toldFailures(writingOf(strapi)),
  },
  routes: {
    admin: { ...deskRoutes.admin, routes: [...deskRoutes.admin.routes, ...keyRoutes] },
  },
  controllers: {
    desk: ({ strapi }: { strapi: Core.Strapi }) =>
      deskController(
        strapi,
        () => recordOf(strapi).findDrift(),
        () => writingOf(strapi).refused,
      ),
    keys: ({ strapi }: { strapi: Core.Strapi }) => keyController(() => keyTableOf(strapi), clock),
  },

  register({ strapi }: { strapi: Core.Strapi }) {
    watchConnection(strapi.db.connection, writingOf(strapi), new WriterQueue(systemTime));
    const record = recordOf(strapi);
    // In register, so that it stands outside the middlewares that Strapi's own plugins add in bootstrap.
    strapi.documents.use(record.middleware());
    preparePicturesInPanel(strapi, record.pictures);
    refuseUploadsByAddress(strapi);
    refuseUnkeepableWords(strapi);
    takePicturesAsSeen(strapi);
    keepUploadsInBucket(strapi);
    tellWhyNoPreview(strapi);
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    const record = recordOf(strapi);
    await registerKeyPermission(strapi);
    await record.protectLog();
    if (await record.mayRewriteLog()) strapi.log.info(ONE_ROLE);
    await record.ensureLocales();
    await record.recordConfiguration();
    onLocaleChange(strapi, record.recordConfiguration);
    await applyEditViews(strapi);

    const { adopted, refused } = await record.adoptPublished();
    if (adopted > 0)
      strapi.log.info(`The publication log was empty and has adopted ${adopted} published texts.`);
    for (const text of refused) strapi.log.warn(`Not adopted, and so not public: ${text}`);

    const withdrawn = await record.withdrawRetired();
    if (withdrawn > 0)
      strapi.log.info(`Withdrew ${withdrawn} texts of content types that there are no more.`);

    await record.catchUpDrafts();
    tellOthersPublicUrl(strapi);
    // Those that were handed out before this start are good again, once they are found to be.
    previewOf(strapi).watch.start();

    const drift = await record.findDrift();
    if (record.standIns() > 0) {
      strapi.log.warn(
        `The originals of ${record.standIns()} published pictures cannot be had: their published copies stand in. ` +
          'Keep the uploads in a bucket (UPLOADS) or on a disk that outlives a deployment, or restore them from a backup.',
      );
    }
    if (drift.length > 0) {
      strapi.log.warn(
        `${drift.length} published texts in Strapi differ from the publication log, which is what the public sees. ` +
          'Run "npm run log:reconcile" for the list.',
      );
    }
  },

  async destroy({ strapi }: { strapi: Core.Strapi }) {
    await previewOf(strapi).watch.stop();
    await databaseIdle(strapi);
  },
};
