/** What a card under the histogram tells about: the rule of the incidents, the bars, the census, or the annual totals. */
export type About = 'rule' | 'bars' | 'census' | 'totals';
