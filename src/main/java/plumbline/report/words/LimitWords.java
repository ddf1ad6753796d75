package plumbline.report.words;

import java.util.Locale;
import plumbline.claim.Decidability;
import plumbline.claim.Limit;
import plumbline.result.Metric;
import plumbline.result.Units;

/** What stands against a claim on a machine, as sentences without their full stop. */
public final class LimitWords {
  private final Wording wording;

  public LimitWords(Wording wording) {
    this.wording = wording;
  }

  /** Why not, or how far; empty if nothing stands against it. */
  public String of(Decidability one) {
    return String.join("; ", one.limits().stream().map(limit -> of(limit, one.metric())).toList());
  }

  private String of(Limit limit, Metric metric) {
    if (limit instanceof Limit.NeedsProcessors) {
      return wording.say(Phrase.NEEDS_PROCESSORS);
    } else if (limit instanceof Limit.SharedProcessor) {
      return wording.say(Phrase.SHARED_PROCESSOR);
    } else if (limit instanceof Limit.NoDisk) {
      return wording.say(Phrase.NO_DISK);
    } else if (limit instanceof Limit.ClockTooCoarse clock) {
      return wording.say(
          Phrase.CLOCK_TOO_COARSE, clock.bound().quantity().text(), clock.granularityNanos());
    } else if (limit instanceof Limit.ClockError clock) {
      return wording.say(
          Phrase.CLOCK_ERROR, micros(clock.micros()), clock.bound().quantity().text());
    } else if (limit instanceof Limit.DelaysReach reach) {
      return wording.say(
          Phrase.DELAYS_REACH,
          delay(reach.delay()),
          micros(reach.micros()),
          metric.text(),
          reach.bound().quantity().text());
    } else if (limit instanceof Limit.DelaysNear near) {
      double bound = near.bound().value();
      return wording.say(
          Phrase.DELAYS_NEAR,
          delay(near.delay()),
          micros(near.micros()),
          metric.text(),
          micros(bound),
          micros(bound + near.micros()));
    } else if (limit instanceof Limit.DelaysApart apart) {
      return wording.say(
          Phrase.DELAYS_APART, micros(apart.micros()), delay(apart.delay()), metric.text());
    }
    Limit.Stolen stolen = (Limit.Stolen) limit;
    return wording.say(
        Phrase.STOLEN,
        String.format(Locale.ROOT, "%.1f", stolen.percent()),
        metric.text(),
        Units.said(stolen.beyond()));
  }

  private String delay(Limit.Delay delay) {
    return wording.say(
        switch (delay) {
          case PAUSES -> Phrase.DELAY_PAUSES;
          case SCHEDULE_LAG -> Phrase.DELAY_SCHEDULE_LAG;
        });
  }

  private static String micros(double value) {
    return Units.said(value, "us");
  }
}
