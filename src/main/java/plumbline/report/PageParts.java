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
import java.util.Arrays;
import java.util.Base64;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * What every self-contained page is made of.
 *
 * @param policy the content security policy: no request, and no script but the two below
 * @param styles style sheets
 * @param plot the chart library's script
 * @param script the page's own script
 */
public record PageParts(String policy, String styles, String plot, String script) {
  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, PageParts.class.getClassLoader(), "plumbline.report.templates");

  private static final ObjectMapper JSON = new ObjectMapper().registerModule(new Jdk8Module());

  /** The parts of a page with scripts of its own, resources beside the style sheet, made one. */
  static PageParts with(String... scriptNames) {
    String plot = library("uPlot.iife.min.js");
    String script =
        Arrays.stream(scriptNames)
            .map(name -> resource("/plumbline/report/" + name))
            .collect(Collectors.joining());
    String policy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src "
            + digest(plot)
            + " "
            + digest(script)
            + "; base-uri 'none'; form-action 'none'";
    return new PageParts(
        policy, library("uPlot.min.css") + resource("/plumbline/report/report.css"), plot, script);
  }

  /** Fills a template. */
  static String render(String template, Object page) {
    StringOutput out = new StringOutput();
    ENGINE.render(template, page, out);
    return out.toString();
  }

  /** JSON that cannot end the element it stands in, whatever the names in it are. */
  static String json(Object data) {
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
    InputStream in = PageParts.class.getResourceAsStream(path);
    if (in == null) {
      throw new IllegalStateException("not on the class path: " + path);
    }
    return in;
  }
}
