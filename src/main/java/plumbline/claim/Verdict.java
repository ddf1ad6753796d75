package plumbline.claim;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import java.util.OptionalDouble;
import plumbline.result.Metric;

/**
 * The verdict on one claim in one regime.
 *
 * @param claim the claim's id, such as {@code kafka-milliseconds}
 * @param statement the claim in our own words
 * @param subject system and operation, such as {@code Kafka round trip}; for a ratio both
 * @param brief what tells this regime from its neighbours, such as {@code acks=all lingerMs=0}
 * @param regime all conditions; never empty
 * @param metric the judged metric
 * @param bound the bound as text, such as {@code 1 us <= p50 < 1 ms}
 * @param outcome the verdict
 * @param reason why: {@code 5 of 5 rounds inside}, or what keeps it undecided; never empty
 * @param inside rounds within the bounds
 * @param outside rounds outside
 * @param rounds valid rounds that were judged
 * @param pValue of the one-sided sign test for the side that has more rounds; 1 without rounds
 * @param estimate median over rounds; for a ratio, the median of the ratios
 * @param low lowest round, or lower end of the interval; see {@code interval}
 * @param high highest round, or upper end of the interval
 * @param interval what low and high are, such as {@code range of 5 rounds} or {@code 97.9 %
 *     interval of the median}; empty without rounds
 * @param unit of estimate, low and high: {@code us}, {@code ops/s} or {@code x} for a ratio
 * @param group {@code kafka}, {@code redis}, {@code ratio}: which part of the headline this feeds
 * @param contrast for a ratio of one operation under two conditions, these conditions, such as
 *     {@code containers-published against processes}
 */
public record Verdict(
    String claim,
    String statement,
    String subject,
    String brief,
    String regime,
    Metric metric,
    String bound,
    Outcome outcome,
    String reason,
    int inside,
    int outside,
    int rounds,
    double pValue,
    OptionalDouble estimate,
    OptionalDouble low,
    OptionalDouble high,
    String interval,
    String unit,
    String group,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> contrast) {

  /** Between the two sides of a contrast. */
  public static final String AGAINST = " against ";
}
