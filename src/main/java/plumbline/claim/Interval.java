package plumbline.claim;

import java.util.OptionalDouble;

/**
 * What the lower and upper figure beside a median are.
 *
 * @param range whether they are the lowest and the highest round
 * @param coverage as an interval of the median, in percent; empty where none is stated
 */
public record Interval(boolean range, OptionalDouble coverage) {}
