/** Families of geometry and trigonometry. */
import type { Family } from '../../family.ts';
import { angleFacts } from './angle-facts.ts';
import { angleOfPoints } from './angle-of-points.ts';
import { polygonAngles, triangleAngles } from './angles.ts';
import { circle } from './circle.ts';
import { distance, gradient, midpoint } from './coordinates.ts';
import { exactTrig } from './exact-trig.ts';
import { incircleRadius } from './incircle-radius.ts';
import { lineEquation } from './line-equation.ts';
import { lineFeatures } from './line-features.ts';
import { missingSide } from './missing-side.ts';
import { orthocentre } from './orthocentre.ts';
import { polygonLastAngle } from './polygon-last-angle.ts';
import { pythagoras } from './pythagoras.ts';
import { rectangle } from './rectangle.ts';
import { rightTriangleTrig } from './right-triangle-trig.ts';
import { trapeziumArea } from './trapezium-area.ts';
import { triangleArea } from './triangle-area.ts';
import { trigEquation } from './trig-equation.ts';
import { vectors } from './vectors.ts';
import { volume } from './volume.ts';

export const GEOMETRY: readonly Family[] = [
  rectangle,
  missingSide,
  triangleArea,
  trapeziumArea,
  circle,
  triangleAngles,
  polygonAngles,
  angleFacts,
  pythagoras,
  volume,
  orthocentre,
  incircleRadius,
  angleOfPoints,
  gradient,
  midpoint,
  distance,
  lineEquation,
  lineFeatures,
  vectors,
  exactTrig,
  rightTriangleTrig,
  trigEquation,
  polygonLastAngle,
];
