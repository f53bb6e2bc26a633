/** Report prose of a given length (UTF-16 code units): invented sentences with invented figures, the same each time. */
export function prose(length: number): string {
  let seed = 42;
  const next = (n: number): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return seed % n;
  };
  const pick = <T,>(list: readonly T[]): T => list[next(list.length)]!;
  const places = ['Tarnbrook', 'Pellworth', 'Ambleford', 'Wrenford', 'Holmebridge'];
  const grades = ['good', 'outstanding', 'inadequate', 'requires improvement'];
  const sentences = [
    () => `Children’s services in ${pick(places)} were rated ${pick(grades)} in ${String(2010 + next(14))}.`,
    () =>
      `Inspectors found that ${String(next(100))}% of assessments were completed on time, compared with ${String(next(100))}% a year earlier.`,
    () => 'Social workers visit children often and know them well.',
    () => 'Management oversight is not yet strong enough, and some plans drift.',
    () =>
      `“We are proud of our staff,” said Councillor ${pick(['Dray', 'Marsh', 'Okoro'])}, “and we will do more.”`,
    () => 'The local authority should ensure that every care leaver has a pathway plan.',
    () => 'The council met in the town hall on a wet evening, and the minutes were agreed without a vote.',
    () =>
      `Early help reaches families sooner in ${pick(places)}, although thresholds are not always understood by partners.`,
  ];
  const paragraphs: string[] = [];
  for (let total = 0; total < length;) {
    const paragraph = `${Array.from({ length: 2 + next(4) }, () => pick(sentences)()).join(' ')}\n\n`;
    paragraphs.push(paragraph);
    total += paragraph.length;
  }
  return paragraphs.join('').slice(0, length);
}
