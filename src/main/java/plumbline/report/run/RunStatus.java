package plumbline.report.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import plumbline.report.page.Block;
import plumbline.report.page.Block.Limit;
import plumbline.report.page.Text;
import plumbline.report.page.Tone;
import plumbline.report.words.Phrase;
import plumbline.report.words.WarningWords;
import plumbline.report.words.Wording;
import plumbline.result.RunData;
import plumbline.result.RunManifest;
import plumbline.result.RunManifest.PlanEntry;
import plumbline.result.RunManifest.Problem;
import plumbline.result.Series;

/** How far a run got, and what went wrong. */
final class RunStatus {
  private static final int MOST_PROBLEMS = 12;

  private RunStatus() {}

  /** What comes before everything else; empty for a complete run without problems. */
  static Optional<Block> of(RunData data, Wording wording) {
    return of(data, wording, MOST_PROBLEMS);
  }

  /** The same with so many problems at most. */
  static Optional<Block> of(RunData data, Wording wording, int most) {
    return line(data, wording)
        .map(
            line ->
                new Block.Alert(
                    Tone.BAD,
                    Text.of(line),
                    new Block.Items(
                        Text.all(problems(data, wording)), new Limit(most, "see run.json"))));
  }

  /** The same in one line, without the problems. */
  static Optional<String> line(RunData data, Wording wording) {
    RunManifest manifest = data.manifest();
    if (manifest.isComplete() && problems(data, wording).isEmpty()) {
      return Optional.empty();
    }
    String reason = manifest.statusReason().strip();
    return Optional.of(
        wording.say(
            switch (manifest.status()) {
              case COMPLETE -> Phrase.RUN_COMPLETE;
              case RUNNING -> Phrase.RUN_RUNNING;
              case INTERRUPTED -> Phrase.RUN_INTERRUPTED;
              case FAILED -> Phrase.RUN_FAILED;
            },
            manifest.roundsCompleted(),
            manifest.plan().rounds(),
            reason.isEmpty() ? "" : ": " + reason));
  }

  /** That a user's profilers or JVM arguments are part of every figure; empty if there are none. */
  static Optional<Block> handedOn(RunManifest manifest, Wording wording) {
    return manifest
        .handedOn()
        .map(
            one ->
                new Block.Alert(
                    Tone.OPEN,
                    Text.of(wording.say(Phrase.HANDED_ON, String.join(" ", one.words()))),
                    new Block.Items(List.of())));
  }

  private static List<String> problems(RunData data, Wording wording) {
    WarningWords warnings = new WarningWords(wording);
    List<String> problems = new ArrayList<>();
    for (Problem problem : data.manifest().problems()) {
      String round = problem.round() > 0 ? "round " + problem.round() + " " : "";
      String where = (round + problem.series()).strip();
      String why = warnings.of(problem.fault());
      problems.add(where.isEmpty() ? why : where + ": " + why);
    }
    if (data.rows().isEmpty()) {
      problems.add(wording.say(Phrase.NOTHING_WAS_MEASURED));
      return problems;
    }
    Set<String> measured = data.series().stream().map(Series::tag).collect(Collectors.toSet());
    data.manifest().plan().entries().stream()
        .map(PlanEntry::series)
        .filter(tag -> !measured.contains(tag))
        .forEach(tag -> problems.add(wording.say(Phrase.NEVER_MEASURED, tag)));
    return problems;
  }
}
