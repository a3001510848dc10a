import type { Block, RichTextSource } from '../../../src/publications/content/rich-text';
import type { Dice } from './dice';

/** How long a text is, in characters: the length of a typical answer on a practice's site. */
export const TEXT_LENGTH = 930;

const sentences = [
  'A nurse asks about your medicines, your heart and your blood pressure before anything else.',
  'Please bring a list of everything you take, with the dose and the time of day.',
  'Tell the clinician about earlier treatments, and about what did and did not help.',
  'Most visits begin with a short talk about sleep, mood and what has changed since last time.',
  'You may stop at any point, and nobody will ask you to explain why.',
  'The room is quiet, the light is low, and someone stays with you from beginning to end.',
  'Studies so far are small, and their results differ from person to person.',
  'Some people notice a change within days; others notice none at all.',
  'Plan the rest of the day without work, without driving and without decisions that can wait.',
  'Write down what you would like to talk about; two or three lines are enough.',
  'The team checks your blood pressure before, during and after the session.',
  'A friend or a relative should take you home and stay with you for the evening.',
  'Many people find it useful to eat lightly on the day and to drink water until an hour before.',
  'What comes up in a session is a beginning; the weeks behind it are where it is put to use.',
  'Common effects are dizziness, nausea and a feeling of distance, which pass within hours.',
  'The clinician explains what the evidence shows, what it does not show and what else there is.',
  'Fees are told in writing beforehand, together with what an insurer may pay back.',
  'If your plans change, call the office as soon as you can, so that another person can be seen.',
  'Video visits use a private link that works in any present-day browser.',
  'Interpreters can be arranged for most languages when you ask a few days ahead.',
  'Breathing slowly, with the feet on the floor, helps more people than any gadget does.',
  'Small steps that fit into an ordinary week last longer than great resolutions.',
  'Your record is kept as the law asks, and you may read it whenever you like.',
  'Questions between visits are answered by the office, usually on the next working day.',
];

/** One sentence, with a number in it so that no two texts are the same. */
export function sentence(dice: Dice): string {
  const text = dice.pick(sentences);
  return dice.chance(0.25) ? `${text.slice(0, -1)} (see note ${dice.integer(1, 9_999)}).` : text;
}

/** Sentences up to a length in characters, the last one cut where the length is reached. */
export function prose(dice: Dice, length: number): string {
  let text = sentence(dice);
  while (text.length < length) text += ` ${sentence(dice)}`;
  return `${text.slice(0, length - 1).replace(/[ .,;]+$/, '')}.`;
}

/** Formatted text of about {@link TEXT_LENGTH} characters: paragraphs, emphasis, a link, a list. */
export function richText(dice: Dice, length: number = TEXT_LENGTH): RichTextSource {
  const part = Math.floor(length / 5);
  const item = () => ({
    type: 'list-item' as const,
    children: [{ type: 'text' as const, text: prose(dice, Math.floor(part / 3)) }],
  });
  const blocks: Block[] = [
    { type: 'paragraph', children: [{ type: 'text', text: prose(dice, part) }] },
    { type: 'heading', level: 3, children: [{ type: 'text', text: dice.pick(headings) }] },
    {
      type: 'paragraph',
      children: [
        { type: 'text', text: prose(dice, Math.floor(part / 2)) },
        { type: 'text', text: ` ${prose(dice, Math.floor(part / 2))} `, bold: true },
        {
          type: 'link',
          url: `https://example.org/notes/${dice.integer(1, 9_999)}`,
          children: [{ type: 'text', text: 'Read the note' }],
        },
      ],
    },
    { type: 'list', format: 'unordered', children: [item(), item(), item()] },
    { type: 'paragraph', children: [{ type: 'text', text: prose(dice, 2 * part - 20) }] },
  ];
  return blocks;
}

const headings = ['What happens', 'What to bring', 'What it costs', 'What we know', 'Afterwards'];
