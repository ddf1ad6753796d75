package plumbline.run;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plumbline.result.Round;
import plumbline.result.Search;
import plumbline.result.Series;
import plumbline.result.Warning;

/**
 * Whether a run that came to its end has failed: a round of it could not be measured or had wrong
 * answers, no round of a series is valid, or a search found no rate.
 *
 * <p>A round that a disturbance disqualified ({@link Warning#isDisturbance()}) is no failure as
 * long as others of its series are valid. It is left out and listed, and claims about its series
 * are undecided. Where a search chose the rate, as a share of what it found to be sustained, rounds
 * that miss it are what the run wants to know, even if they all do; that no warm-up of a load
 * settled is not.
 */
final class RunFailure {
  private RunFailure() {}

  /** Why a run of these rounds and searches has failed, one line; empty if it has not. */
  static Optional<String> of(List<Round> rounds, List<Search> searches) {
    Set<String> searched = new HashSet<>();
    for (Search search : searches) {
      if (search.fault().isPresent()) {
        return Optional.of(search.shape() + ": " + search.fault().get().text());
      }
      search.shares().forEach(share -> searched.add(share.series()));
    }
    Set<Series> measured = new HashSet<>();
    Set<String> missed = new HashSet<>();
    for (Round round : rounds) {
      if (round.isValid()) {
        measured.add(round.series());
      } else if (round.fault().orElseThrow().isMissedRate()
          && searched.contains(round.series().tag())) {
        missed.add(round.series().tag());
      }
    }
    List<Round> failed =
        rounds.stream()
            .filter(round -> !round.isValid())
            .filter(
                round ->
                    !round.fault().orElseThrow().isDisturbance()
                        || !(measured.contains(round.series())
                            || missed.contains(round.series().tag())))
            .toList();
    return failed.isEmpty() ? Optional.empty() : Optional.of(reason(failed));
  }

  private static String reason(List<Round> failed) {
    Round first = failed.get(0);
    return failed.size()
        + (failed.size() == 1 ? " round is" : " rounds are")
        + " not valid; the first: "
        + first.series().tag()
        + " in round "
        + first.number()
        + ": "
        + first.fault().orElseThrow().text();
  }
}
