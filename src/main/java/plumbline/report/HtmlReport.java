package plumbline.report;

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
import java.util.Base64;
import java.util.Properties;
import plumbline.claim.Judgement;
import plumbline.result.RunData;

/**
 * The report as one self-contained HTML file. Styles, scripts and data are inside; the page's own
 * content security policy forbids every request and every script but the two whose digests it
 * names, so that even a mistake in escaping could not run anything.
 */
public final class HtmlReport {
  static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, HtmlReport.class.getClassLoader(), "plumbline.report.templates");

  private static final ObjectMapper JSON = new ObjectMapper().registerModule(new Jdk8Module());

  private HtmlReport() {}

  /** Renders a run. The same data give the same text. */
  public static String render(RunData data, Judgement judgement) {
    Charts charts = Charts.of(new Figures(data), SeriesName.of(data));
    String plot = library("uPlot.iife.min.js");
    String script = resource("/plumbline/report/report.js");
    String policy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src "
            + digest(plot)
            + " "
            + digest(script)
            + "; base-uri 'none'; form-action 'none'";
    HtmlPage page =
        new HtmlPage(
            ReportModel.of(data, judgement),
            charts,
            policy,
            library("uPlot.min.css") + resource("/plumbline/report/report.css"),
            plot,
            script,
            json(charts));
    StringOutput out = new StringOutput();
    ENGINE.render("report.jte", page, out);
    return out.toString();
  }

  /** JSON that cannot end the element it stands in, whatever the names in it are. */
  private static String json(Charts charts) {
    try {
      return JSON.writeValueAsString(charts)
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
    return resource(
        "/META-INF/resources/webjars/uplot/" + versions().getProperty("uplot") + "/dist/" + file);
  }

  private static Properties versions() {
    Properties versions = new Properties();
    try (InputStream in = open("/plumbline/versions.properties")) {
      versions.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return versions;
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
    InputStream in = HtmlReport.class.getResourceAsStream(path);
    if (in == null) {
      throw new IllegalStateException("not on the class path: " + path);
    }
    return in;
  }
}
