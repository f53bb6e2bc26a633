/** A report in which the words of each case stand just once: `case 17`. */
export const REPORT =
  'Ofsted inspectors judged early help in Ambleford good in March 2019.\n\n' +
  Array.from({ length: 400 }, (_, n) => `In case ${String(n)}, a plan was kept by the team.\n`).join('');
