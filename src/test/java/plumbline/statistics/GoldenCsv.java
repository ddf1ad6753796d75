package plumbline.statistics;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** What R computed, see golden.R beside the files. */
final class GoldenCsv {
  private GoldenCsv() {}

  /** The lines without the header, split into fields. */
  static List<String[]> read(String name) throws IOException {
    try (InputStream in = GoldenCsv.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .toList();
    }
  }

  static double[] numbers(String field) {
    return Arrays.stream(field.split(";")).mapToDouble(Double::parseDouble).toArray();
  }
}
