package plumbline.claim;

/** What the data say about a claim. */
public enum Outcome {
  /** The figure lies within the bounds, in enough rounds to rule out chance. */
  HOLDS,
  /** The figure lies outside the bounds, in enough rounds to rule out chance. */
  REFUTED,
  /** The data cannot decide; the reason says why. */
  UNDECIDED
}
