/** `off-label` as an enum value: `OFF_LABEL`. */
export function constantCase(text: string): string {
  return text.toUpperCase().replaceAll('-', '_');
}
