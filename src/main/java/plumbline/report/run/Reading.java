package plumbline.report.run;

import java.util.List;
import plumbline.report.ReportModel.Entry;

/** Explains the figures to somebody who meets them for the first time. */
final class Reading {
  static final List<Entry> ENTRIES =
      List.of(
          entry(
              "p50, p99, p99.9",
              "Half of all operations took no longer than p50; 99 of 100 no longer than p99. Users"
                  + " meet the tail: a page that needs 100 answers waits for a p99 more often than"
                  + " not. No sample was thinned, clamped or left out."),
          entry(
              "Service time",
              "One operation is in flight at a time, and the next starts when it ends (closed"
                  + " load). The figures say how long an operation takes when nothing queues. They"
                  + " are not response times under load."),
          entry(
              "Response time",
              "A line that says paced was sent at a rate, whatever the server did. Its figures"
                  + " count from when an operation was due, so that a stall counts against every"
                  + " operation that it delayed."),
          entry(
              "Rounds",
              "In every round each benchmark runs once, in a fresh JVM and in shuffled order. JVMs"
                  + " differ from start to start and machines drift, so one round is one"
                  + " observation, however many operations it holds."),
          entry(
              "HOLDS, REFUTED",
              "The figure lies inside the claimed bounds, or on one side of them, in so many rounds"
                  + " that chance alone would give that in less than 5 % of cases (exact one-sided"
                  + " sign test: 5 of 5, 9 of 10). Two bounds closer together than the rounds"
                  + " scatter give chance two sides: up to 10 %. The verdicts are not corrected for"
                  + " their number."),
          entry(
              "UNDECIDED",
              "The data cannot tell: rounds disagree, are too few or invalid, the bound is finer"
                  + " than the clock, or the platform paused at the bound. The reason stands beside"
                  + " it."),
          entry(
              "What this does not say",
              "Nothing about other machines, networks between machines or replication, and about"
                  + " load only where a line says paced or saturated. Absolute figures move with"
                  + " the machine; what carries over is how the figures of one run compare."));

  private Reading() {}

  private static Entry entry(String title, String text) {
    return new Entry(title, List.of(text));
  }
}
