package plumbline.result;

import java.util.Collections;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * What a machine was seen to do before anything is measured on it, as far as it decides which
 * claims can be judged there.
 *
 * @param clockGranularityNanos the smallest step of the clock, in nanoseconds
 * @param clockCostNanos how long one reading of the clock takes, in nanoseconds
 * @param lateness by how much a thread that only sleeps for a millisecond woke up later than it
 *     can, in nanoseconds, each time once
 * @param lags how late a sender at a rate was, in nanoseconds, by operations per second; empty
 *     where none was tried
 * @param stolenPercent of processor time that the hypervisor gave to others; empty if not known
 * @param processors that a program can use
 * @param dataInMemory whether the servers' data would be kept in a file system without a disk
 */
public record MachineReading(
    long clockGranularityNanos,
    double clockCostNanos,
    Histogram lateness,
    SortedMap<Integer, Histogram> lags,
    OptionalDouble stolenPercent,
    int processors,
    boolean dataInMemory) {
  public MachineReading {
    lags = Collections.unmodifiableSortedMap(new TreeMap<>(lags));
  }
}
