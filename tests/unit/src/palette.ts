import type { Palette } from '../../../src/scene/palette.ts';

/** The light theme's colours, as src/app.css has them. */
export const palette: Palette = {
  water: '#d3e0e8',
  land: '#f5f2ec',
  neighbours: '#ebe7de',
  river: '#b4cbd8',
  paper: '#ffffff',
  ink: '#1f2328',
  muted: '#5b626b',
  hairline: '#c9c3b6',
  edge: '#a39c8e',
  line: '#8a1c7c',
  band: '#8a1c7c',
  noData: '#ece9e2',
  hot: '#f2a27f',
  cold: '#8f9ff0',
  groups: {
    ...{ attack: '#730b00', explosion: '#a87a0b', force: '#103c76', politics: '#086c45', other: '#757f7f' },
    ...{ ttp: '#730b00', emirate: '#086c45', iskp: '#a87a0b', armed_group: '#103c76', several: '#14141c' },
    none: '#757f7f',
  },
  classes: ['#fbf9f5', '#e9e2d6', '#d8cdbb', '#c4b59e', '#ac9a80'],
  densities: ['#fbf9f5', '#a5d3bf', '#69b3b0', '#35909f', '#1f6a88', '#133f63'],
};
