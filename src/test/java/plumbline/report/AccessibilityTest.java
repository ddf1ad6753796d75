package plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.report.Chromium.Theme;
import plumbline.report.page.HtmlWriter;

/** No page has what axe-core knows to keep people from reading it, at any width, in any light. */
@Tag("acceptance")
class AccessibilityTest {
  private static final Pattern POLICY =
      Pattern.compile("<meta http-equiv=\"Content-Security-Policy\".*?>");

  /** Each frame tells what was found in it, and that it has ended. */
  private static final String FRAMES =
      """
      <!doctype html><ul></ul>
      <iframe src=page.html width=400 height=900></iframe>
      <iframe src=page.html width=1400 height=900></iframe>
      """;

  private static final String LOOK =
      """
      addEventListener('load', async () => {
        const tell = words => {
          const item = parent.document.createElement('li');
          item.textContent = innerWidth + ' ' + words;
          parent.document.querySelector('ul').append(item);
        };
        try {
          const found = await axe.run(document, { resultTypes: ['violations'] });
          for (const one of found.violations) {
            tell(one.id + ': ' + one.nodes.map(node => node.target.join(' ')).join(', '));
          }
          tell('done');
        } catch (problem) {
          tell(problem);
        }
      });
      """;

  @TempDir private Path scratch;

  static Stream<Arguments> everyPageInEveryLight() {
    return Stream.of(SamplePage.values())
        .flatMap(page -> Stream.of(Theme.values()).map(theme -> Arguments.of(page, theme)));
  }

  @ParameterizedTest
  @MethodSource("everyPageInEveryLight")
  void axeFindsNothing(SamplePage page, Theme theme) throws Exception {
    String html = HtmlWriter.write(page.page(Files.createDirectory(scratch.resolve("runs"))));
    // The policy would keep the scripts of this test out, too.
    assertThat(POLICY.matcher(html).results()).hasSize(1);

    assertThat(found(POLICY.matcher(html).replaceFirst(""), theme))
        .containsExactlyInAnyOrder("400 done", "1400 done");
  }

  /** So the test above can fail: for each width and each light there is something to be found. */
  @Test
  void axeFindsWhatIsWrongAtOneWidthOrInOneLight() throws Exception {
    String html =
        """
        <!doctype html><html lang=en><title>Wrong</title><style>
        @media (prefers-color-scheme: dark) { #dark { color: #777; background: #666 } }
        @media (max-width: 500px) { #narrow { color: #eee; background: #fff } }
        </style><body><main><h1>Wrong</h1><p id=dark>in the dark<p id=narrow>on a phone</main>
        """;

    assertThat(found(html, Theme.LIGHT))
        .containsExactlyInAnyOrder("400 color-contrast: #narrow", "400 done", "1400 done");
    assertThat(found(html, Theme.DARK))
        .containsExactlyInAnyOrder(
            "400 color-contrast: #dark, #narrow",
            "400 done",
            "1400 color-contrast: #dark",
            "1400 done");
  }

  private List<String> found(String html, Theme theme) throws IOException, InterruptedException {
    Path visit = Files.createTempDirectory(scratch, "visit");
    Files.writeString(
        visit.resolve("page.html"),
        html + "<script>" + axe() + "</script><script>" + LOOK + "</script>");
    Path frames = Files.writeString(visit.resolve("frames.html"), FRAMES);
    return Pattern.compile("<li>(.*?)</li>", Pattern.DOTALL)
        .matcher(Chromium.open(frames, visit, theme).dom())
        .results()
        .map((MatchResult item) -> item.group(1))
        .toList();
  }

  private static String axe() throws IOException {
    Properties jar = new Properties();
    jar.load(resource("/META-INF/maven/org.webjars.npm/axe-core/pom.properties"));
    String path = "/META-INF/resources/webjars/axe-core/" + jar.getProperty("version");
    return new String(resource(path + "/axe.min.js").readAllBytes(), StandardCharsets.UTF_8);
  }

  private static InputStream resource(String path) {
    return AccessibilityTest.class.getResourceAsStream(path);
  }
}
