package plumbline.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import plumbline.claim.ClaimsFile;
import plumbline.claim.Outlook;
import plumbline.report.words.OutlookWords;
import plumbline.report.words.Wording;
import plumbline.result.Series;
import plumbline.result.Units;
import plumbline.run.plan.Measurement;
import plumbline.run.plan.Plan;

/** What a run will do, before it does. */
final class PlanText {
  private PlanText() {}

  /** How much it is, how long it takes, and what it cannot decide; three lines at most. */
  static List<String> brief(Plan plan, ClaimsFile claims) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "Plan %s: %s, %s, at most about %d min.",
            plan.name(),
            Wording.counted(plan.size(), "row"),
            Wording.counted(plan.rounds(), "round"),
            Math.max(1, Math.round(plan.estimate().toSeconds() / 60.0))));
    if (!claims.claims().isEmpty()) {
      lines.addAll(new OutlookWords(Wording.USUAL).of(outlook(plan, claims)));
    }
    return lines;
  }

  private static Outlook outlook(Plan plan, ClaimsFile claims) {
    Map<Series, Duration> times = new LinkedHashMap<>();
    plan.measurements().forEach(one -> times.put(one.series(), one.measure()));
    List<Series> all = plan.shapes().stream().map(Measurement::series).toList();
    return Outlook.of(claims.claims(), plan.rounds(), all, times);
  }

  /** Every row, with its times in a round. */
  static String rows(Plan plan) {
    StringBuilder text = new StringBuilder();
    for (Measurement one : plan.shapes()) {
      text.append(
          String.format(
              Locale.ROOT,
              "%s%n  at most %s of warm-up, %s measured%n",
              one.series().tag(),
              Units.duration(one.warmup()),
              Units.duration(one.measure())));
    }
    return text.toString();
  }
}
