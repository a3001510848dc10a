import { z } from 'zod';

const configuration = z.object({
  /** A folder, or `s3://…`: where published pictures live. */
  mediaStore: z.string(),
  /** `s3://…`: where originals are uploaded to; null for the public folder. */
  uploadBucket: z.string().nullable(),
  /** Where originals lie that Strapi's upload provider does not keep in a folder. */
  remoteUploads: z.object({
    /** Scheme, host and port; null where they lie in a folder. */
    origin: z.string().nullable(),
    /** For one file. */
    timeLimitSeconds: z.number().positive(),
  }),
  /** The languages that an empty database gets, beside Strapi's default one. */
  locales: z.array(z.object({ code: z.string(), name: z.string() })),
  /** For each locale, the others that stand in for a text it lacks, in order. */
  fallbacks: z.record(z.string(), z.array(z.string())),
  /** Where the practice's frontend shows previews; null where there is none. */
  previewUrl: z.url().nullable(),
  /** The origin under which readers reach the content API of this process. */
  publicUrl: z.string(),
});

export type PluginConfiguration = z.infer<typeof configuration>;

/** Parses what `config/plugins.ts` gives the plugin. */
export function parsePluginConfiguration(raw: unknown): PluginConfiguration {
  return configuration.parse(raw);
}
