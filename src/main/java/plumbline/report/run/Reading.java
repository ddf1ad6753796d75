package plumbline.report.run;

import plumbline.report.page.Block.Entries;
import plumbline.report.page.Block.Entry;

/** What is the same on every page: how figures and files are read for the first time. */
final class Reading {
  static final Entries READING =
      Entries.of(
          Entry.of(
              "p50, p99, p99.9",
              "Half of all operations took no longer than p50; 99 of 100 no longer than p99. Users"
                  + " meet the tail: a page that needs 100 answers waits for a p99 more often than"
                  + " not. No sample was thinned, clamped or left out."),
          Entry.of(
              "Service time",
              "One operation is in flight at a time, and the next starts when it ends (closed"
                  + " load). The figures say how long an operation takes when nothing queues. They"
                  + " are not response times under load."),
          Entry.of(
              "Response time",
              "A line that says paced was sent at a rate, whatever the server did. Its figures"
                  + " count from when an operation was due, so that a stall counts against every"
                  + " operation that it delayed."),
          Entry.of(
              "Rounds",
              "In every round each benchmark runs once, in a fresh JVM and in shuffled order. JVMs"
                  + " differ from start to start and machines drift, so one round is one"
                  + " observation, however many operations it holds."),
          Entry.of(
              "HOLDS, REFUTED",
              "The figure lies inside the claimed bounds, or on one side of them, in so many rounds"
                  + " that chance alone would give that in less than 5 % of cases (exact one-sided"
                  + " sign test: 5 of 5, 9 of 10). Two bounds closer together than the rounds"
                  + " scatter give chance two sides: up to 10 %. The verdicts are not corrected for"
                  + " their number."),
          Entry.of(
              "UNDECIDED",
              "The data cannot tell: rounds disagree, are too few or invalid, the bound is finer"
                  + " than the clock, or the platform paused at the bound. The reason stands beside"
                  + " it."),
          Entry.of(
              "What this does not say",
              "Nothing about other machines, networks between machines or replication, and about"
                  + " load only where a line says paced or saturated. Absolute figures move with"
                  + " the machine; what carries over is how the figures of one run compare."));

  static final Entries FILES =
      Entries.of(
          Entry.of("report.html", "this report with its curves"),
          Entry.of("picture.svg", "its picture, for a pull request"),
          Entry.of("report.md", "for a pull request or a job summary"),
          Entry.of("results.csv", "every figure of every round"),
          Entry.of("histograms.hlog", "every operation: HdrHistogram log"),
          Entry.of("verdicts.json", "the verdicts"),
          Entry.of("jmh.json", "standard JMH results"),
          Entry.of("run.json", "conditions, servers, problems"),
          Entry.of("logs/", "what forks and servers said"));

  private Reading() {}
}
