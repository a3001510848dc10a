import { validate } from '../../../../src/plugins/publishing/server/validation/validate';
import { paragraph } from '../../../support/drafts';

const file = { sha256: 'a'.repeat(64), name: 'room.webp', mime: 'image/webp' };
const service = (more: object) => ({ slug: 'kap', body: paragraph('What happens.'), ...more });
const pictureInText = (alternativeText: string | null) => ({
  type: 'image',
  image: { ...file, alternativeText },
});

describe('a picture beside a text', () => {
  it('is published with words', () => {
    expect(
      validate(
        'service',
        service({ heroImage: { file, alternativeText: 'A quiet room' } }),
        'publish',
      ),
    ).toEqual([]);
  });

  it.each([null, '', '   '])('is not published with %p for words', (alternativeText) => {
    const problems = validate(
      'service',
      service({ heroImage: { file, alternativeText } }),
      'publish',
    );
    expect(problems).toEqual([
      {
        path: ['heroImage', 'alternativeText'],
        message: expect.stringContaining('no alternative text') as string,
      },
    ]);
  });

  it('is not published with a file name for words', () => {
    const problems = validate(
      'service',
      service({ heroImage: { file, alternativeText: 'IMG_0042.JPG' } }),
      'publish',
    );
    expect(problems).toMatchObject([{ message: expect.stringContaining('file name') as string }]);
  });

  it('is not published without a file', () => {
    const heroImage = { file: null, alternativeText: 'A quiet room' };
    expect(validate('service', service({ heroImage }), 'publish')).toMatchObject([
      { path: ['heroImage', 'file'] },
    ]);
  });

  it('may be unfinished in a draft', () => {
    expect(
      validate('service', service({ heroImage: { file: null, alternativeText: null } }), 'save'),
    ).toEqual([]);
  });

  it('may be left out', () => {
    expect(validate('service', service({ heroImage: null }), 'publish')).toEqual([]);
  });
});

describe('a picture inside a text', () => {
  it('is not published without words; the message names it, and its place is the text', () => {
    const body = [...paragraph('Look:'), pictureInText(null)];
    expect(validate('service', service({ body }), 'publish')).toEqual([
      { path: ['body'], message: expect.stringContaining('“room.webp”') as string },
    ]);
  });

  it('is found in every formatted text, those of components too', () => {
    const crisisHelp = { text: [pictureInText('')], lines: [{ phone: '988' }] };
    const text = paragraph('Text.');
    const practice = {
      funding: text,
      conflictsOfInterest: text,
      publishingPrinciples: text,
      crisisHelp,
    };
    expect(validate('practice', practice, 'publish')).toMatchObject([
      { path: ['crisisHelp', 'text'] },
    ]);
  });

  it('is told with what else is wrong in the same text, in one place', () => {
    const body = [pictureInText(null), ...paragraph('Call {{contact.Front Desk}}.')];
    const problems = validate('service', service({ body }), 'publish');
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toMatch(/\{\{contact\.Front Desk\}\}.*room\.webp/s);
  });

  it('may lack words in a draft', () => {
    expect(validate('service', service({ body: [pictureInText(null)] }), 'save')).toEqual([]);
  });
});
