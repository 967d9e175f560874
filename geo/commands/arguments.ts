import { parseArgs, type ParseArgsConfig } from 'node:util';
import { messageOf, UsageError } from '../model/errors.ts';

/**
 * A command's options and the words between them.
 * @throws UsageError for an option that the command does not have, or one without its value.
 */
export function readArguments<O extends NonNullable<ParseArgsConfig['options']>>(args: string[], options: O) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(messageOf(error));
  }
}
