package plumbline.run;

import java.nio.file.Path;
import plumbline.server.ServerRequest;

/**
 * What to run.
 *
 * @param plan what is measured
 * @param servers where the servers come from; its folder for logs is set by the run
 * @param seed of the order of the benchmarks in each round
 * @param results folder in which the run's own is made
 */
public record RunRequest(Plan plan, ServerRequest servers, long seed, Path results) {}
