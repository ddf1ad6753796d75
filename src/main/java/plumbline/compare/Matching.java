package plumbline.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import plumbline.compare.Comparison.Omission;
import plumbline.statistics.MannWhitney;

/** Finds what is on the base and on a new side, and keeps account of all the rest. */
final class Matching {
  private final List<Side> sides;
  private final List<Pair> pairs = new ArrayList<>();
  private final List<Omission> omitted = new ArrayList<>();
  private final Set<Figure> uncompared = new LinkedHashSet<>();

  private Matching(List<Side> sides) {
    this.sides = sides;
  }

  static Matching of(List<Side> sides) {
    Matching matching = new Matching(sides);
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

  /** The rounds of a figure on both sides. */
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
                invalid.series() + ", round " + invalid.round() + " of " + invalid.run(),
                new Omission.Invalid(invalid.fault())));
      }
    }
  }

  private void match() {
    Side base = sides.get(0);
    Set<Figure> figures = new HashSet<>();
    sides.forEach(side -> figures.addAll(side.values().keySet()));
    sides.forEach(side -> figures.addAll(side.sparse().keySet()));
    for (Figure figure : figures.parallelStream().sorted().toList()) {
      double[] from = base.values().get(figure);
      for (Side side : sides.subList(1, sides.size())) {
        double[] to = side.values().get(figure);
        if (isSparse(figure, base) || isSparse(figure, side)) {
          continue;
        }
        if (from == null && to != null) {
          unmatched(side, base, figure);
        } else if (from != null && to == null) {
          unmatched(base, side, figure);
        } else if (from != null) {
          addPair(new Pair(side, figure, from, to));
        }
      }
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

  private void addPair(Pair pair) {
    boolean baseHasZero = hasZero(pair.base);
    if (baseHasZero || hasZero(pair.changed)) {
      uncompared.add(pair.figure);
      omitted.add(
          new Omission(
              Omission.Kind.ZERO,
              baseHasZero ? sides.get(0).name() : pair.side.name(),
              pair.figure.toString(),
              new Omission.Zero()));
    } else {
      pairs.add(pair);
    }
  }

  private static boolean hasZero(double[] values) {
    for (double value : values) {
      if (value == 0) {
        return true;
      }
    }
    return false;
  }
}
