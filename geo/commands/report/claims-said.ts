import { disagreementOf, type Claims } from '../../views/claims.ts';

/** Who claims what, as `report --view claims` prints it in JSON. */
export function claimsJson({ incidents, totals, passing, several, recorded }: Claims): object {
  return {
    ...{ passing, several, recorded },
    incidents: incidents.map((incident) => ({
      ...{ id: incident.id, start: incident.start, title: incident.title, difference: disagreementOf(incident) },
      ranges: incident.ranges.map(({ counted, low, high, claims }) => ({ counted, low, high, claims: claims.length })),
      claims: incident.claims,
    })),
    totals,
  };
}

/** What is to be known of the figures; where there are none, what is missing. */
export function claimsNotes(claims: Claims): string[] {
  const { incidents, passing, several, totals } = claims;
  if (incidents.length === 0) return [whatIsMissing(claims)];
  const apart = totals.reduce((sum, total) => sum + total.apart, 0);
  return [
    `${several} of ${passing} incidents have several claims of the killed; ${incidents.length} are listed.`,
    'Totals add the lowest and the highest figure of a party over the incidents listed that it speaks of, for each',
    'kind of people by itself. Claims of a part of the dead, first counts and those of unknown people are not added.',
    ...(apart > 0 ? [`Left out ${apart} times: a party gives figures of different people of one incident.`] : []),
  ];
}

function whatIsMissing({ passing, several, recorded }: Claims): string {
  if (recorded === 0) return 'No incident of these data has several claims of the killed.';
  if (passing === 0) return 'No incident passes.';
  if (several === 0) return 'No incident that passes has several claims of the killed.';
  return 'None of those with several claims has one of this party, or of these people.';
}
