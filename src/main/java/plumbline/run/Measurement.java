package plumbline.run;

import java.time.Duration;
import java.util.SortedMap;
import plumbline.result.Series;

/**
 * One benchmark with one value for each parameter: what one fork of each round runs.
 *
 * @param series its identity
 * @param benchmark where it comes from
 * @param params all parameters, with the payload
 * @param warmup time before recording
 * @param measure time that is recorded
 */
public record Measurement(
    Series series,
    BenchmarkCatalog.Entry benchmark,
    SortedMap<String, String> params,
    Duration warmup,
    Duration measure) {}
