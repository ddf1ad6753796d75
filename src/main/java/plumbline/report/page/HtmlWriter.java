package plumbline.report.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Writes a page as one self-contained HTML file. Styles, scripts and data are inside; the page's
 * own content security policy forbids every request and every script but those whose digests it
 * names, so that even a mistake in escaping could not run anything.
 */
public final class HtmlWriter {
  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, HtmlWriter.class.getClassLoader(), "plumbline.report.templates");

  /** Sorts and filters tables. */
  private static final String TABLES = "tables.js";

  private static final ObjectMapper JSON = new ObjectMapper().registerModule(new Jdk8Module());

  private HtmlWriter() {}

  /**
   * What the template of a page is given.
   *
   * @param page what it says
   * @param policy the content security policy
   * @param styles style sheets
   * @param data what the scripts draw, as JSON that cannot end the element it stands in; empty if
   *     nothing is drawn
   * @param scripts the scripts, the chart library's before those that draw
   */
  public record Parts(Page page, String policy, String styles, String data, List<String> scripts) {}

  /** Writes a page. The same page gives the same bytes. */
  public static String write(Page page) {
    List<String> scripts = new ArrayList<>();
    String styles = resource("colors.css") + resource("page.css") + resource("print.css");
    String data = "";
    if (isSortable(page.blocks())) {
      scripts.add(resource(TABLES));
    }
    if (!page.scripts().isEmpty()) {
      data = json(page.data());
      styles = library("uPlot.min.css") + styles;
      String own = page.scripts().stream().map(HtmlWriter::resource).collect(Collectors.joining());
      scripts.addAll(List.of(library("uPlot.iife.min.js"), own));
    }
    String digests = scripts.stream().map(HtmlWriter::digest).collect(Collectors.joining(" "));
    String policy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
            + (scripts.isEmpty() ? "" : "script-src " + digests + "; ")
            + "base-uri 'none'; form-action 'none'";
    StringOutput out = new StringOutput();
    ENGINE.render("page.jte", new Parts(page, policy, styles, data, scripts), out);
    return out.toString();
  }

  private static boolean isSortable(List<Block> blocks) {
    return blocks.stream()
        .filter(block -> block.isIn(Format.HTML))
        .anyMatch(
            block ->
                block instanceof Table table
                    ? table.isSortable()
                    : block instanceof Block.Section section && isSortable(section.blocks()));
  }

  /** JSON that cannot end the element it stands in, whatever the names in it are. */
  private static String json(Object data) {
    try {
      return JSON.writeValueAsString(data)
          .replace("<", "\\u003c")
          .replace(">", "\\u003e")
          .replace("&", "\\u0026")
          .replace("\u2028", "\\u2028")
          .replace("\u2029", "\\u2029");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("curves that are no JSON", e);
    }
  }

  private static String digest(String script) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String library(String file) {
    Properties versions = new Properties();
    try (InputStream in = open("/plumbline/versions.properties")) {
      versions.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return resource(
        "/META-INF/resources/webjars/uplot/" + versions.getProperty("uplot") + "/dist/" + file);
  }

  static String resource(String path) {
    try (InputStream in = open(path)) {
      // A browser turns these into line feeds before it takes the digest of a script.
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String path) {
    InputStream in = HtmlWriter.class.getResourceAsStream(path);
    if (in == null) {
      throw new IllegalStateException("not on the class path: " + path);
    }
    return in;
  }
}
