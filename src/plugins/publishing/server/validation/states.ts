/** USPS Publication 28, appendix B: states, the district, territories and freely associated states. */
const codes = new Set(
  (
    'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR ' +
    'PA RI SC SD TN TX UT VT VA WA WV WI WY DC AS GU MP PR VI FM MH PW'
  ).split(' '),
);

/** Whether the postal service knows a state by this abbreviation. */
export const isState = (code: string): boolean => codes.has(code);
