package plumbline.run.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import plumbline.result.RunManifest;

/** Asks git which commit is measured. */
public final class GitCapture {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final String COMMIT = "# branch.oid ";
  private static final String BRANCH = "# branch.head ";

  private final String command;
  private final Duration limit;

  /** Uses the git on the PATH and waits at most five seconds for it. */
  public GitCapture() {
    this("git", LIMIT);
  }

  GitCapture(String command, Duration limit) {
    this.command = command;
    this.limit = limit;
  }

  /** The commit of a folder's tree; empty without one, and if git does not answer in time. */
  public Optional<RunManifest.Git> capture(Path directory) {
    return status(directory).flatMap(GitCapture::parse);
  }

  static Optional<RunManifest.Git> parse(String status) {
    String commit = "";
    String branch = "";
    boolean dirty = false;
    for (String line : status.lines().toList()) {
      if (line.startsWith(COMMIT)) {
        commit = line.substring(COMMIT.length());
      } else if (line.startsWith(BRANCH)) {
        branch = line.substring(BRANCH.length());
      } else if (!line.startsWith("#")) {
        dirty = true;
      }
    }
    if (!commit.matches("[0-9a-f]{40,64}")) {
      // A repository without a commit says "(initial)".
      return Optional.empty();
    }
    return Optional.of(
        new RunManifest.Git(commit, branch.equals("(detached)") ? "HEAD" : branch, dirty));
  }

  private Optional<String> status(Path directory) {
    ProcessBuilder builder =
        new ProcessBuilder(command, "status", "--porcelain=v2", "--branch", "--untracked-files=no");
    builder.directory(directory.toFile());
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    // Only looking: no index is refreshed on disk, nobody is asked for a password.
    builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
    builder.environment().put("GIT_TERMINAL_PROMPT", "0");
    Process git;
    try {
      git = builder.start();
    } catch (IOException e) {
      return Optional.empty();
    }
    try {
      git.getOutputStream().close();
      // Read while it runs: git would wait for ever on a full pipe.
      CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> readAll(git));
      String text = output.get(limit.toNanos(), TimeUnit.NANOSECONDS);
      boolean ended = git.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS);
      return ended && git.exitValue() == 0 ? Optional.of(text) : Optional.empty();
    } catch (IOException | ExecutionException | TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      git.descendants().forEach(ProcessHandle::destroyForcibly);
      git.destroyForcibly();
    }
  }

  private static String readAll(Process git) {
    try (java.io.InputStream stdout = git.getInputStream()) {
      return new String(stdout.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
