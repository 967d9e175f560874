import type { ClaimParty } from '../../geo/model/claim-kinds.ts';
import { OUTLINES, type MarkShape } from '../scene/group-shapes.ts';

/** How the claims of a party are drawn: shape and fill tell them apart by themselves, the colour is one of the map's. */
interface ClaimMarkStyle {
  shape: MarkShape;
  isOpen: boolean;
  color: string;
}

const MARK_STYLES: Readonly<Record<ClaimParty, ClaimMarkStyle>> = {
  pakistan: { shape: 'diamond', isOpen: false, color: 'var(--group-force)' },
  emirate: { shape: 'square', isOpen: false, color: 'var(--group-politics)' },
  republic: { shape: 'square', isOpen: true, color: 'var(--group-politics)' },
  ttp: { shape: 'circle', isOpen: false, color: 'var(--group-attack)' },
  armed_group: { shape: 'circle', isOpen: true, color: 'var(--group-attack)' },
  other_state: { shape: 'diamond', isOpen: true, color: 'var(--group-force)' },
  aid: { shape: 'cross', isOpen: false, color: 'var(--border-line)' },
  local: { shape: 'triangle', isOpen: false, color: 'var(--group-explosion)' },
  media: { shape: 'triangle', isOpen: true, color: 'var(--group-explosion)' },
  dataset: { shape: 'wedge', isOpen: false, color: 'var(--group-other)' },
  other: { shape: 'wedge', isOpen: true, color: 'var(--group-other)' },
};

/** The mark of a party, in a box of 14 by 14. */
export function claimMark(party: ClaimParty): { outline: string; isOpen: boolean; color: string } {
  const { shape, ...style } = MARK_STYLES[party];
  return { outline: OUTLINES[shape], ...style };
}
