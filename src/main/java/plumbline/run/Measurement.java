package plumbline.run;

import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import plumbline.result.Series;
import plumbline.server.ServerSet;

/**
 * One benchmark with one value for each parameter: what one fork of each round runs.
 *
 * @param series its identity
 * @param benchmark where it comes from
 * @param params all parameters, with the payload, as JMH gets them
 * @param servers the set of servers, in a plan that has several; empty for a benchmark without one
 * @param warmup time before recording
 * @param measure time that is recorded
 */
public record Measurement(
    Series series,
    BenchmarkCatalog.Entry benchmark,
    SortedMap<String, String> params,
    Optional<ServerSet> servers,
    Duration warmup,
    Duration measure) {}
