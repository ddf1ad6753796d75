package plumbline.run.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.result.RunManifest.Git;

class GitCaptureTest {
  @TempDir Path folder;

  @Test
  void cleanTreeIsItsCommitAndBranch() throws Exception {
    String commit = repositoryWithOneCommit();

    assertThat(new GitCapture().capture(folder)).contains(new Git(commit, "trunk", false));
  }

  @Test
  void changedTrackedFileIsDirty() throws Exception {
    String commit = repositoryWithOneCommit();
    Files.writeString(folder.resolve("file"), "changed");

    assertThat(new GitCapture().capture(folder)).contains(new Git(commit, "trunk", true));
  }

  @Test
  void stagedChangeIsDirtyToo() throws Exception {
    repositoryWithOneCommit();
    Files.writeString(folder.resolve("new"), "staged");
    git("add", "new");

    assertThat(new GitCapture().capture(folder)).map(Git::dirty).contains(true);
  }

  @Test
  void untrackedFileIsNotDirty() throws Exception {
    repositoryWithOneCommit();
    Files.writeString(folder.resolve("untracked"), "x");

    assertThat(new GitCapture().capture(folder)).map(Git::dirty).contains(false);
  }

  @Test
  void folderInsideTheTreeBelongsToIt() throws Exception {
    String commit = repositoryWithOneCommit();
    Path inner = Files.createDirectories(folder.resolve("a/b"));

    assertThat(new GitCapture().capture(inner)).map(Git::commit).contains(commit);
  }

  @Test
  void detachedHeadIsCalledHead() throws Exception {
    String commit = repositoryWithOneCommit();
    git("checkout", "-q", "--detach");

    assertThat(new GitCapture().capture(folder)).contains(new Git(commit, "HEAD", false));
  }

  @Test
  void branchMayHaveANameOfSeveralParts() throws Exception {
    repositoryWithOneCommit();
    git("checkout", "-q", "-b", "feature/x#1");

    assertThat(new GitCapture().capture(folder)).map(Git::branch).contains("feature/x#1");
  }

  @Test
  void repositoryWithoutACommitIsNone() throws Exception {
    git("init", "-q");

    assertThat(new GitCapture().capture(folder)).isEmpty();
  }

  @Test
  void folderWithoutARepositoryIsNone() {
    assertThat(new GitCapture().capture(folder)).isEmpty();
  }

  @Test
  void machineWithoutGitIsNone() {
    GitCapture capture = new GitCapture("no-such-git", Duration.ofSeconds(5));

    assertThat(capture.capture(folder)).isEmpty();
  }

  @Test
  void hangingGitIsGivenUpAndEnded() throws Exception {
    assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
    Path git = folder.resolve("git");
    Path pids = folder.resolve("pids");
    String script = "#!/bin/sh\nsleep 300 &\necho $$ $! > '" + pids + "'\nwait\n";
    Files.writeString(git, script);
    Files.setPosixFilePermissions(git, PosixFilePermissions.fromString("rwx------"));

    assertThat(new GitCapture(git.toString(), Duration.ofSeconds(2)).capture(folder)).isEmpty();

    for (String pid : Files.readString(pids).strip().split(" ")) {
      ProcessHandle.of(Long.parseLong(pid))
          .ifPresent(left -> left.onExit().orTimeout(10, TimeUnit.SECONDS).join());
    }
  }

  private String repositoryWithOneCommit() throws IOException, InterruptedException {
    git("init", "-q");
    git("checkout", "-q", "-b", "trunk");
    Files.writeString(folder.resolve("file"), "content");
    git("add", "file");
    git("commit", "-q", "-m", "first");
    return git("rev-parse", "HEAD").strip();
  }

  private String git(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=t", "-c"));
    command.addAll(List.of("user.email=t@example.org", "-c", "commit.gpgsign=false"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
