import { z } from 'zod';

/** A document id of another document; what it names may or may not be public. */
export const target = z.string().min(1);

/** A calendar day, `2026-11-24`. */
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** A text field that an editor left empty is null. */
export const optionalText = z.string().nullable();

const count = z.number().int().nullable();

/** Who wrote a text. */
export const author = z.object({ name: z.string(), role: optionalText, url: optionalText });

/** A free keyword; a component because Strapi has no list of strings. */
export const tag = z.object({ name: z.string() });

/** A single line of a list. */
export const line = z.object({ text: z.string() });

/** ISO 3166: `US`, or a part of it, `US-CO`. */
export const region = z.object({ code: z.string() });

/** BCP 47: `en`, `es`, `es-MX`. */
export const language = z.object({ code: z.string() });

/** How people meet: at a place, or apart. */
export const delivery = z.object({ inPerson: z.boolean(), video: z.boolean(), phone: z.boolean() });

/** What search engines show. */
export const searchEngine = z.object({ title: optionalText, description: optionalText });

/** On what terms others may show the text. */
export const sharing = z.object({
  shareable: z.boolean(),
  /** SPDX identifier or the name of the licence; null: all rights reserved. */
  licence: optionalText,
  licenceUrl: optionalText,
  /** How the practice wants to be named next to the text; null: by its name. */
  attribution: optionalText,
  /** Days within which a copy must be fetched again. */
  refreshWithinDays: count,
});

/** A number that a person in distress can reach. */
export const crisisLine = z.object({
  name: z.string(),
  phone: optionalText,
  textMessage: optionalText,
  url: optionalText,
  hours: optionalText,
  languages: optionalText,
});

/** How many, how long: each pair is a range whose ends may be equal or unknown. */
export const visits = z.object({
  minimum: count,
  maximum: count,
  minutesMinimum: count,
  minutesMaximum: count,
  note: optionalText,
});

/** What every collection type that carries text of its own has. */
export const editorial = {
  references: z.array(target),
  safetyNotices: z.array(target),
  authors: z.array(author),
  tags: z.array(tag),
  searchEngine: searchEngine.nullable(),
  sharing: sharing.nullable(),
};
