/** How long a right that was taken away may go on in any process, as the README says. */
export const GRACE_MILLISECONDS = 2_000;
