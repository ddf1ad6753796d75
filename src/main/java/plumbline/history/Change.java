package plumbline.history;

/**
 * A change in a series of values.
 *
 * @param index the first value after it, from 0
 * @param p how often chance alone would show so strong a change
 */
public record Change(int index, double p) {}
