package plumbline.result.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import plumbline.problem.BadInputException;
import plumbline.result.Metric;
import plumbline.result.Row;
import plumbline.result.RunData;
import plumbline.result.RunManifest;
import plumbline.testing.MadeRun;

/** Thousands of files, each damaged in its own way: no crash, and no row lost in silence. */
class DamagedCsvTest {
  private static final List<String> FIELDS =
      List.of(
          "",
          " ",
          "NaN",
          "-1",
          "Infinity",
          "1e999",
          "1e300",
          "-0",
          "0x1p3",
          "5d",
          "12.5 ms",
          "1,5",
          "all",
          "0",
          "2147483648",
          "true",
          "TRUE",
          "\"",
          "\"\"",
          "a\"b",
          "\"a,b\"",
          "\"open",
          "'",
          "µs",
          "ms",
          "us",
          "ops/s",
          "p50",
          "p42",
          "closed",
          "\u0000",
          "\uFEFF",
          "\t",
          "a\nb",
          "\"a\nb\"",
          "\"a\rb\"",
          "acks=all",
          "=",
          "2026-01-15T10:20:30Z",
          "yesterday");

  private static Path folder;
  private static Path file;
  private static List<String> lines;

  @BeforeContainer
  static void write() throws IOException {
    folder = Files.createTempDirectory("plumbline-csv");
    file = folder.resolve("results.csv");
    RunData run =
        new MadeRun().rounds(2).without("kafka").fail("RedisGet", 2, "died, \"in\" it").build();
    ResultsCsv.write(file, run.rows());
    lines = Files.readAllLines(file).subList(0, 12);
  }

  @AfterContainer
  static void delete() throws IOException {
    Files.deleteIfExists(file);
    Files.delete(folder);
  }

  /** A way to damage a text. */
  interface Damage {
    String apply(String text);
  }

  @Provide
  Arbitrary<List<Damage>> damages() {
    Arbitrary<Integer> place = Arbitraries.integers().between(0, 1_000_000);
    Arbitrary<String> field = Arbitraries.of(FIELDS);
    Arbitrary<Integer> row = Arbitraries.integers().between(0, 11);
    Arbitrary<Integer> column = Arbitraries.integers().between(0, 23);
    Arbitrary<Damage> replaceField =
        Combinators.combine(row, column, field).as((r, c, f) -> text -> field(text, r, c, f));
    Arbitrary<Damage> cut = place.map(at -> text -> text.substring(0, at(text, at)));
    Arbitrary<Damage> insert =
        Combinators.combine(place, field)
            .as(
                (at, f) ->
                    text -> text.substring(0, at(text, at)) + f + text.substring(at(text, at)));
    Arbitrary<Damage> remove =
        Combinators.combine(place, Arbitraries.integers().between(1, 300))
            .as(
                (at, length) ->
                    text ->
                        text.substring(0, at(text, at))
                            + text.substring(Math.min(text.length(), at(text, at) + length)));
    Arbitrary<Damage> repeatLine =
        Combinators.combine(row, row).as((from, to) -> text -> line(text, from, to));
    Arbitrary<Damage> ends =
        Arbitraries.of("\r\n", "\r", "\n\n", "\n ").map(end -> text -> text.replace("\n", end));
    Arbitrary<Damage> around =
        Arbitraries.<Damage>of(
            text -> "\uFEFF" + text,
            text -> text + "\n",
            text -> text.stripTrailing(),
            text -> text.replace(",", ";"),
            text -> text.replace(",host", ",host,extra"),
            text -> text.replaceAll("(?m)$", ",").stripTrailing() + "\n");
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(6, replaceField),
            net.jqwik.api.Tuple.of(1, cut),
            net.jqwik.api.Tuple.of(2, insert),
            net.jqwik.api.Tuple.of(2, remove),
            net.jqwik.api.Tuple.of(2, repeatLine),
            net.jqwik.api.Tuple.of(1, ends),
            net.jqwik.api.Tuple.of(1, around))
        .list()
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  private static int at(String text, int place) {
    return text.isEmpty() ? 0 : place % (text.length() + 1);
  }

  private static String field(String text, int row, int column, String value) {
    List<String> all = new ArrayList<>(text.lines().toList());
    if (row >= all.size()) {
      return text;
    }
    String[] fields = all.get(row).split(",", -1);
    fields[column % fields.length] = value;
    all.set(row, String.join(",", fields));
    return String.join("\n", all) + "\n";
  }

  private static String line(String text, int from, int to) {
    List<String> all = new ArrayList<>(text.lines().toList());
    if (from < all.size() && to <= all.size()) {
      all.add(to, all.get(from));
    }
    return String.join("\n", all) + "\n";
  }

  /**
   * What is read is the whole file: a row for every line after the first, each with the numbers of
   * its line. What is refused says where.
   */
  @Property(tries = 6_000, shrinking = ShrinkingMode.BOUNDED, seed = "7")
  void damagedFileIsReadWholeOrRefusedWithItsPlace(@ForAll("damages") List<Damage> damages) {
    String text = String.join("\n", lines) + "\n";
    for (Damage damage : damages) {
      text = damage.apply(text);
    }
    try {
      Files.writeString(file, text, StandardCharsets.UTF_8);
      List<Row> rows = new ArrayList<>();
      ResultsCsv.read(file, OptionalInt.of(RunManifest.SCHEMA), true, rows::add);
      List<String> physical = Arrays.asList(text.split("\r\n|\r|\n"));
      assertThat(rows).as("rows of %s", text).hasSize(physical.size() - 1);
      Set<List<Object>> figures = new HashSet<>();
      for (int i = 0; i < rows.size(); i++) {
        Row row = rows.get(i);
        assertThat(
                figures.add(List.of(row.context().run(), row.series(), row.round(), row.metric())))
            .isTrue();
        assertThat(physical.get(i + 1)).contains(row.metric().text()).contains(row.context().run());
        assertThat(valueIsOfItsLine(row, physical.get(0), physical.get(i + 1))).isTrue();
      }
    } catch (BadInputException e) {
      assertThat(e.getMessage().lines()).hasSize(1);
      assertThat(e.getMessage()).matches("(?s).*results\\.csv:\\d+: .+");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      fail("the reader crashed", e);
    }
  }

  /** Without quotes, a line's fields are what lies between its commas. */
  private static boolean valueIsOfItsLine(Row row, String header, String line) {
    if (row.metric() == Metric.FAILURE) {
      return Double.isNaN(row.value());
    }
    if (header.contains("\"") || line.contains("\"")) {
      return row.value() >= 0;
    }
    int position =
        Arrays.stream(header.replace("\uFEFF", "").split(",", -1))
            .map(String::strip)
            .toList()
            .indexOf("value");
    return Double.parseDouble(line.split(",", -1)[position]) == row.value();
  }

  /** The damage is not such that hardly any file is read. */
  @Property(tries = 1_000, seed = "8")
  void someDamageIsHarmless(@ForAll("damages") List<Damage> damages) {
    net.jqwik.api.statistics.Statistics.label("outcome").collect(isRead(damages));
    net.jqwik.api.statistics.Statistics.label("outcome")
        .coverage(
            coverage -> {
              coverage.check(true).percentage(share -> share > 3);
              coverage.check(false).percentage(share -> share > 30);
            });
  }

  private static boolean isRead(List<Damage> damages) {
    String text = String.join("\n", lines) + "\n";
    for (Damage damage : damages) {
      text = damage.apply(text);
    }
    try {
      Files.writeString(file, text, StandardCharsets.UTF_8);
      StoredCsv.read(file);
      return true;
    } catch (BadInputException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
