import type { Map as MapLibreMap } from 'maplibre-gl';

/** Has two maps look at the same from now on, whichever of them is moved: the second as the first does now. Gives what ends it. */
export function lookTogether(first: MapLibreMap, second: MapLibreMap): () => void {
  let isFollowing = false;
  const follow = (from: MapLibreMap, to: MapLibreMap) => () => {
    // a map that is moved to where the other looks tells that it has moved
    if (isFollowing) return;
    isFollowing = true;
    to.jumpTo({
      center: from.getCenter(),
      zoom: from.getZoom(),
      bearing: from.getBearing(),
      pitch: from.getPitch(),
    });
    isFollowing = false;
  };
  const [led, leading] = [follow(first, second), follow(second, first)];
  led();
  first.on('move', led);
  second.on('move', leading);
  return () => {
    first.off('move', led);
    second.off('move', leading);
  };
}
