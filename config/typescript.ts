/** Generated types would be one more thing to keep up to date; what content looks like is said in src/publications. */
export default { autogenerate: false };
