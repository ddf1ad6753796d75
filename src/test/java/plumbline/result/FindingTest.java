package plumbline.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Warnings as they stand in files. */
class FindingTest {
  private static Finding like(Warning warning) {
    List<Double> numbers = new ArrayList<>();
    for (int i = 0; i < warning.numbers(); i++) {
      numbers.add(1_234.5 + i);
    }
    return new Finding(warning, numbers);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsWrittenIsRead(Warning warning) {
    Finding finding = like(warning);

    assertThat(Finding.parse(finding.text())).isEqualTo(finding);
    assertThat(Warning.of(warning.code())).hasValue(warning);
  }

  @Test
  void aLineHoldsAllOfThem() {
    List<Finding> all = Arrays.stream(Warning.values()).map(FindingTest::like).toList();

    assertThat(Finding.parseAll(Finding.text(all))).isEqualTo(all);
    assertThat(Finding.parseAll("")).isEmpty();
    assertThat(Finding.text(List.of(Finding.of(Warning.NOT_SETTLED, 42, 20.25))))
        .isEqualTo("not-settled first=42us last=20.25us");
  }

  @Test
  void aNumberIsTheOneThatFilesHave() {
    Finding finding = Finding.of(Warning.RATE_MISSED, 100.0 / 3);

    assertThat(Finding.parse(finding.text())).isEqualTo(finding);
    assertThat(finding.text()).isEqualTo("rate-missed percent=33.3333333");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rate-mised percent=98 | there is no warning 'rate-mised'; known: rate-missed,"
            + " backlog-grew",
        "rate-missed | 'rate-missed' is not like 'rate-missed percent=1'",
        "rate-missed percent=98 % | is not like 'rate-missed percent=1'",
        "rate-missed percent=-1 | is not like",
        "rate-missed percent=1e3 | is not like",
        "rate-missed percent=1,000 | is not like",
        "rate-missed  percent=98 | is not like",
        "not-settled last=20us first=42us | is not like 'not-settled first=1us last=1us'",
        "not-settled first=42 last=20 | is not like",
        "nothing-measured count=1 | is not like 'nothing-measured'",
        "rate-missed percent=98;nothing-measured | is not like",
      })
  void whatIsNotAsDocumentedIsRefused(String text, String message) {
    assertThatThrownBy(() -> Finding.parseAll(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
