import { whereText, type InputError } from '../model/errors.ts';
import { problemText } from '../words/problems.ts';

/** Why an input was refused, in the line that the caller is told. */
export function refusalText({ problem }: InputError): string {
  return `${whereText(problem.where)}: ${problemText(problem)}`;
}
