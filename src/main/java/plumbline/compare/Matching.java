package plumbline.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plumbline.compare.Comparison.Omission;
import plumbline.result.Series;
import plumbline.statistics.MannWhitney;

/** Finds what is on the base and on a new side, and keeps account of all the rest. */
final class Matching {
  private final List<Side> sides;
  private final List<Pair> pairs = new ArrayList<>();
  private final List<Omission> omitted = new ArrayList<>();
  private final Set<Figure> uncompared = new LinkedHashSet<>();

  private final Observation observation;

  private Matching(List<Side> sides, Observation observation) {
    this.sides = sides;
    this.observation = observation;
  }

  static Matching of(List<Side> sides, Observation observation) {
    Matching matching = new Matching(sides, observation);
    matching.listInvalid();
    matching.match();
    return matching;
  }

  /** What can be compared, by figure, and for each by side. */
  List<Pair> pairs() {
    return pairs;
  }

  /** What is on at least one side, but cannot be compared. */
  Set<Figure> uncompared() {
    return uncompared;
  }

  /** Everything that is left out. */
  List<Omission> omitted() {
    return omitted;
  }

  /** The observations of a figure on both sides. */
  static final class Pair {
    private final Side side;
    private final Figure figure;
    private final double[] base;
    private final double[] changed;

    Pair(Side side, Figure figure, double[] base, double[] changed) {
      this.side = side;
      this.figure = figure;
      this.base = base;
      this.changed = changed;
    }

    Side side() {
      return side;
    }

    Figure figure() {
      return figure;
    }

    boolean isControl() {
      return figure.isControl();
    }

    double[] base() {
      return base;
    }

    double[] changed() {
      return changed;
    }

    /** The smallest p that these rounds can give, whichever side each is on. */
    double smallestP() {
      return MannWhitney.smallestP(base, changed);
    }

    boolean hasTies() {
      return MannWhitney.hasTies(base, changed);
    }
  }

  private void listInvalid() {
    for (Side side : sides) {
      for (Side.Invalid invalid : side.invalid()) {
        omitted.add(
            new Omission(
                Omission.Kind.INVALID,
                side.name(),
                Figure.name(invalid.series())
                    + ", round "
                    + invalid.round()
                    + " of "
                    + invalid.run(),
                new Omission.Invalid(invalid.fault())));
      }
      side.missed()
          .forEach(
              (series, rounds) ->
                  omitted.add(
                      new Omission(
                          Omission.Kind.MISSED,
                          side.name(),
                          Figure.name(series),
                          new Omission.RateMissed(
                              rounds.length,
                              rounds.length + side.rounds().getOrDefault(series, 0)))));
    }
  }

  private void match() {
    Side base = sides.get(0);
    Set<Figure> figures = new HashSet<>();
    sides.forEach(side -> figures.addAll(side.values().keySet()));
    sides.forEach(side -> figures.addAll(side.sparse().keySet()));
    withoutAnyRound(figures);
    for (Figure figure : figures.parallelStream().sorted().toList()) {
      Optional<Sample> from = base.sample(figure);
      for (Side side : sides.subList(1, sides.size())) {
        Optional<Sample> to = side.sample(figure);
        if (isSparse(figure, base) || isSparse(figure, side)) {
          continue;
        }
        if (from.isPresent() && to.isPresent()) {
          addPair(side, figure, from.get(), to.get());
        } else if (from.isPresent()) {
          unmatched(base, side, figure);
        } else if (to.isPresent()) {
          unmatched(side, base, figure);
        }
      }
    }
  }

  /** A series of which no side has a valid round has no figure that could be compared. */
  private void withoutAnyRound(Set<Figure> figures) {
    Set<Series> seen = new HashSet<>();
    figures.forEach(figure -> seen.add(figure.series()));
    Set<Series> without = new LinkedHashSet<>();
    sides.forEach(side -> side.invalid().forEach(invalid -> without.add(invalid.series())));
    sides.forEach(side -> without.addAll(side.missed().keySet()));
    without.removeAll(seen);
    Side base = sides.get(0);
    for (Series series : without) {
      omitted.add(
          new Omission(
              Omission.Kind.UNMATCHED,
              base.name(),
              Figure.name(series),
              new Omission.NoValidRound(base.name())));
    }
  }

  private boolean isSparse(Figure figure, Side side) {
    Side.Sparse sparse = side.sparse().get(figure);
    if (sparse == null) {
      return false;
    }
    uncompared.add(figure);
    Omission omission =
        new Omission(
            Omission.Kind.SPARSE,
            side.name(),
            figure.toString(),
            new Omission.SomeRounds(sparse.rounds(), sparse.of()));
    if (!omitted.contains(omission)) {
      omitted.add(omission);
    }
    return true;
  }

  private void unmatched(Side has, Side lacks, Figure figure) {
    uncompared.add(figure);
    omitted.add(
        new Omission(
            Omission.Kind.UNMATCHED,
            has.name(),
            figure.toString(),
            lacks.rounds().getOrDefault(figure.series(), 0) > 0
                ? new Omission.TooFewOperations(lacks.name())
                : new Omission.NoValidRound(lacks.name())));
  }

  private void addPair(Side side, Figure figure, Sample base, Sample changed) {
    if (base.hasZero() || changed.hasZero()) {
      uncompared.add(figure);
      omitted.add(
          new Omission(
              Omission.Kind.ZERO,
              base.hasZero() ? sides.get(0).name() : side.name(),
              figure.toString(),
              new Omission.Zero()));
    } else {
      pairs.add(new Pair(side, figure, base.of(observation), changed.of(observation)));
    }
  }
}
