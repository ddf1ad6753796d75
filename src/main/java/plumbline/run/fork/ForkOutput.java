package plumbline.run.fork;

import java.util.Optional;
import org.openjdk.jmh.results.RunResult;
import plumbline.result.Round;

/**
 * What one fork gave.
 *
 * @param round the figures, or why there are none
 * @param jmh JMH's own result; empty if the fork failed, or is that of another tool
 */
public record ForkOutput(Round round, Optional<RunResult> jmh) {}
