import type { ImageContent } from '../../../../publications/content/image';
import type { Field } from './field';
import type { FieldProblem, Stage } from './field-problem';

const IMAGE_FILE_NAME = /^[^\s]+\.(avif|gif|jpe?g|png|svg|webp)$/i;

/** What is wrong with the words that replace a picture for people who cannot see it; null where nothing is. */
export function alternativeTextProblem(text: string | null | undefined): string | null {
  if (!text?.trim())
    return 'has no alternative text. Say in a sentence what it shows: some readers hear it instead.';
  if (IMAGE_FILE_NAME.test(text.trim()))
    return 'has a file name as its alternative text. Say what it shows instead.';
  return null;
}

/** A picture that accompanies a text. Without the component there is no picture, which is fine. */
export function checkPicture(picture: Field<ImageContent>, stage: Stage): FieldProblem[] {
  if (picture.isMissing || stage === 'save') return [];
  const problems: FieldProblem[] = [];
  if (picture.at('file').isMissing) {
    problems.push(picture.at('file').problem('Choose a picture, or remove this part.'));
  }
  const problem = alternativeTextProblem(picture.at('alternativeText').text);
  if (problem) problems.push(picture.at('alternativeText').problem(`This picture ${problem}`));
  return problems;
}
