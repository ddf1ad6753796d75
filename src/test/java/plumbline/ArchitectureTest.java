package plumbline;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may use whom. A package that is not in a list below is out of reach for that one. */
@AnalyzeClasses(
    packages = "plumbline",
    importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.WrittenByHand.class})
class ArchitectureTest {
  /** Leaves out what JMH generates: it follows JMH's rules. */
  static final class WrittenByHand implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("/jmh_generated/");
    }
  }

  /** A benchmark sees what clients see of servers, never the servers themselves. */
  @ArchTest
  static final ArchRule benchmarksMeasureAndNothingElse =
      uses(
          "bench..",
          "load",
          "record",
          "result",
          "system.endpoint",
          "system.redis.client",
          "problem");

  /** What benchmarks of several systems share knows none of them, and no system another. */
  @ArchTest
  static final ArchRule shapesOfBenchmarksKnowNoSystem =
      uses("bench.shape..", "load", "record", "result", "system.endpoint", "problem");

  @ArchTest
  static final ArchRule benchmarksOfASystemStandAlone =
      slices()
          .matching("plumbline.bench.(*)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(
              resideInAPackage("plumbline.bench.."), resideInAPackage("plumbline.bench.shape.."));

  /** A report of stored data can be made anywhere, at any time, without a server. */
  @ArchTest
  static final ArchRule reportsAreMadeFromStoredData =
      uses(
          "report..",
          "claim",
          "compare",
          "history",
          "statistics",
          "result..",
          "load",
          "problem",
          "input");

  // The levels of report, the lowest first.

  /** Three writers set any page alike: what it says is decided by who builds it. */
  @ArchTest static final ArchRule pagesKnowNothingOfWhatTheySay = uses("report.page..");

  @ArchTest
  static final ArchRule wordsKnowNoPageThatHasThem =
      uses(
          "report.words..",
          "report.page",
          "claim",
          "compare",
          "statistics",
          "result",
          "load",
          "input");

  @ArchTest
  static final ArchRule figuresKnowNoPartOfAPage =
      uses("report.figure..", "report.words", "report.page", "claim", "result", "statistics");

  @ArchTest
  static final ArchRule loadCurvesKnowNoOtherPart =
      uses("report.curve..", "report.figure", "report.words", "report.page", "result");

  @ArchTest
  static final ArchRule limitsKnowNoOtherPart =
      uses(
          "report.limit..",
          "report.figure",
          "report.words",
          "report.page",
          "statistics",
          "result",
          "load");

  @ArchTest
  static final ArchRule verdictsInAReportKnowNoOtherPart =
      uses(
          "report.verdict..",
          "report.figure",
          "report.words",
          "report.page",
          "claim",
          "result",
          "load");

  @ArchTest
  static final ArchRule pagesOfComparisonsKnowNoRun =
      uses(
          "report.compare..",
          "report.words",
          "report.page",
          "compare",
          "statistics",
          "result..",
          "load");

  @ArchTest
  static final ArchRule pagesOfHistoriesKnowNoRun =
      uses("report.history..", "report.words", "report.page", "history", "result");

  @ArchTest
  static final ArchRule verdictsAreMadeFromStoredData =
      uses("claim..", "statistics", "result..", "load", "problem", "input");

  @ArchTest
  static final ArchRule comparisonsAreMadeFromStoredData =
      uses("compare..", "statistics", "result..", "load", "problem", "input");

  @ArchTest static final ArchRule statisticsKnowOnlyNumbers = uses("statistics..");

  @ArchTest
  static final ArchRule historiesAreMadeFromStoredData =
      uses("history..", "statistics", "result..", "load", "problem", "input");

  @ArchTest
  static final ArchRule exportsAreMadeFromStoredData =
      uses("export..", "history", "result..", "load", "problem", "input");

  /** What was measured does not know in which files it is. */
  @ArchTest static final ArchRule resultsKnowNoFiles = uses("result", "load", "input", "problem");

  @ArchTest
  static final ArchRule resultsKnowNobodyWhoMakesThem =
      uses("result..", "load", "input", "problem");

  @ArchTest
  static final ArchRule runsMeasureAndDoNotJudge =
      uses("run..", "system..", "record", "result..", "load", "input", "problem");

  // The levels of run, the lowest first.

  @ArchTest
  static final ArchRule plansKnowNoForks =
      uses("run.plan..", "system..", "record", "result", "load", "input", "problem");

  @ArchTest
  static final ArchRule machinesKnowNoRuns =
      uses("run.machine..", "system..", "record", "result", "load", "input", "problem");

  @ArchTest
  static final ArchRule forksKnowNoRuns =
      uses(
          "run.fork..",
          "run.plan",
          "run.machine",
          "system.endpoint",
          "system.process",
          "record",
          "result..",
          "load",
          "input",
          "problem");

  @ArchTest
  static final ArchRule serversKnowNothingOfMeasuring =
      uses("system..", "load", "input", "problem", "result");

  // The levels of system, the lowest first.

  @ArchTest static final ArchRule endpointsStandAlone = uses("system.endpoint..");

  @ArchTest static final ArchRule processesKnowNoServer = uses("system.process..", "problem");

  @ArchTest
  static final ArchRule theJanitorKnowsNoSystemAndNoEngine =
      uses("system.janitor..", "system.process", "problem");

  @ArchTest
  static final ArchRule nativeToolsKnowNoSystem =
      uses("system.tool..", "system.janitor", "system.process", "result", "problem");

  @ArchTest static final ArchRule checksAreValues = uses("system.check..");

  @ArchTest
  static final ArchRule whatASystemIsGivenKnowsNotWhatIsMadeOfIt =
      uses(
          "system.spi..",
          "system.check",
          "system.tool",
          "system.process",
          "result",
          "input",
          "problem");

  @ArchTest
  static final ArchRule instancesKnowNoSystem =
      uses(
          "system.instance..",
          "system.spi",
          "system.janitor",
          "system.process",
          "input",
          "problem");

  @ArchTest
  static final ArchRule containersKnowNoSystem =
      uses(
          "system.docker..",
          "system.instance",
          "system.spi",
          "system.janitor",
          "system.process",
          "input",
          "problem");

  private static final Set<String> LEVELS =
      Set.of("endpoint", "process", "janitor", "tool", "check", "spi", "instance", "docker");

  /** A folder of system that is no level is that of one system. */
  @ArchTest
  static final ArchRule systemsKnowWhatTheyAreGivenAndNoOther =
      classes()
          .that()
          .resideInAPackage("plumbline.system.(*)..")
          .and(
              not(
                  resideInAnyPackage(
                      LEVELS.stream()
                          .map(level -> known("system." + level + ".."))
                          .toArray(String[]::new))))
          .should()
          .onlyDependOnClassesThat(
              not(
                  resideInAnyPackage(
                      known("system"),
                      known("system.janitor.."),
                      known("system.instance.."),
                      known("system.docker.."))));

  @ArchTest
  static final ArchRule systemsStandAlone =
      slices()
          .matching("plumbline.system.(*)..")
          .that(describe("are systems", slice -> !LEVELS.contains(slice.getNamePart(1))))
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule recordingKnowsNothingOfServers =
      uses("record..", "load", "result", "problem", "statistics");

  @ArchTest static final ArchRule loadsKnowOnlyProblems = uses("load..", "problem");

  @ArchTest static final ArchRule inputKnowsOnlyProblems = uses("input..", "problem");

  @ArchTest static final ArchRule problemsKnowNothing = uses("problem..");

  @ArchTest
  static final ArchRule commandsAreUsedByNobody =
      noClasses()
          .that()
          .resideOutsideOfPackage(known("cli.."))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(known("cli.."));

  @ArchTest
  static final ArchRule packagesFormNoCycle =
      slices().matching("plumbline.(*)..").should().beFreeOfCycles();

  /** On whatever level: a package and one inside it are two. */
  @ArchTest
  static final ArchRule packagesWithinPackagesFormNoCycle =
      slices().matching("plumbline.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyResultsKnowTheColumnsOfTheFile =
      noClasses()
          .that()
          .resideOutsideOfPackage(known("result.."))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("de.siegmar.fastcsv..");

  @ArchTest
  static final ArchRule onlyServersKnowContainers =
      noClasses()
          .that()
          .resideOutsideOfPackage(known("system.."))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.testcontainers..", "com.github.dockerjava..");

  /** Wall clock time jumps and has milliseconds: a latency comes from nanoTime. */
  @ArchTest
  static final ArchRule latencyIsNeverTakenFromTheWallClock =
      noClasses()
          .that()
          .resideInAnyPackage(known("bench.."), known("record.."), known("load.."))
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(java.time.Clock.class, java.time.Instant.class);

  /**
   * An exit anywhere else would skip the end of servers and of files. A child JVM has a Main of its
   * own, and HostWatch ends a fork whose host is gone.
   */
  @ArchTest
  static final ArchRule onlyMainEndsItsProgram =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Main")
          .and()
          .doNotHaveSimpleName("HostWatch")
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "halt", int.class);

  /** What fails says by its type which exit code it leads to. */
  @ArchTest
  static final ArchRule problemsHaveATypeOfTheirOwn = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

  @ArchTest static final ArchRule loggingGoesThroughSlf4j = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

  /** Of this program's packages, one uses itself and those named. */
  private static ArchRule uses(String user, String... used) {
    String[] allowed =
        Stream.concat(Stream.of(user), Stream.of(used))
            .map(ArchitectureTest::known)
            .toArray(String[]::new);
    return classes()
        .that()
        .resideInAPackage(known(user))
        .should()
        .onlyDependOnClassesThat(
            not(resideInAPackage("plumbline..")).or(resideInAnyPackage(allowed)))
        .as("plumbline." + user + " uses only itself and " + String.join(", ", used));
  }

  /** A name of a package that is there: a rule about one that is not would hold for ever. */
  private static String known(String name) {
    String folder = ("plumbline." + name).replaceFirst("\\.\\.$", "").replace('.', '/');
    if (ArchitectureTest.class.getClassLoader().getResource(folder) == null) {
      throw new IllegalArgumentException("there is no package plumbline." + name);
    }
    return "plumbline." + name;
  }

  @Test
  void ruleWithAMisspeltPackageFails() {
    assertThatThrownBy(() -> uses("clami..")).hasMessage("there is no package plumbline.clami..");
    assertThatThrownBy(() -> uses("claim..", "reslut"))
        .hasMessage("there is no package plumbline.reslut");
    JavaClasses some = new ClassFileImporter().importPackages("plumbline.problem");
    assertThatThrownBy(
            () -> slices().matching("plumblin.(*)..").should().beFreeOfCycles().check(some))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("failed to check any classes");
    assertThatThrownBy(
            () ->
                classes()
                    .that()
                    .resideInAPackage("plumbline.problm..")
                    .should()
                    .bePublic()
                    .check(some))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("failed to check any classes");
  }
}
