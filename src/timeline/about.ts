/** What a card under the histogram tells about: the rule of the incidents, the census, or the annual totals. */
export type About = 'rule' | 'census' | 'totals';
