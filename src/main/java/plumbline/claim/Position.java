package plumbline.claim;

/** Where a round lies relative to the bounds of a claim. */
enum Position {
  INSIDE,
  OUTSIDE,
  /** The platform's pauses may have put it where it is. */
  OPEN
}
