package plumbline;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

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

  /** A benchmark sees addresses of servers, never the servers themselves. */
  @ArchTest
  static final ArchRule benchmarksMeasureAndNothingElse =
      uses("bench..", "load", "record", "result", "system.endpoint", "problem");

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
          "result",
          "load",
          "problem",
          "input");

  @ArchTest
  static final ArchRule verdictsAreMadeFromStoredData =
      uses("claim..", "statistics", "result", "load", "problem", "input");

  @ArchTest
  static final ArchRule comparisonsAreMadeFromStoredData =
      uses("compare..", "statistics", "result", "load", "problem", "input");

  @ArchTest static final ArchRule statisticsKnowOnlyNumbers = uses("statistics..");

  @ArchTest
  static final ArchRule historiesAreMadeFromStoredData =
      uses("history..", "statistics", "result", "load", "problem", "input");

  @ArchTest
  static final ArchRule exportsAreMadeFromStoredData =
      uses("export..", "history", "result", "load", "problem", "input");

  @ArchTest
  static final ArchRule resultsKnowNobodyWhoMakesThem =
      uses("result..", "load", "input", "problem");

  @ArchTest
  static final ArchRule runsMeasureAndDoNotJudge =
      uses("run..", "system..", "record", "result", "load", "input", "problem");

  @ArchTest
  static final ArchRule serversKnowNothingOfMeasuring =
      uses("system..", "load", "input", "problem", "result");

  @ArchTest
  static final ArchRule recordingKnowsNothingOfServers =
      uses("record..", "load", "result", "problem");

  @ArchTest static final ArchRule loadsKnowOnlyWhereToRecord = uses("load..", "record", "problem");

  @ArchTest static final ArchRule inputKnowsOnlyProblems = uses("input..", "problem");

  @ArchTest static final ArchRule problemsKnowNothing = uses("problem..");

  @ArchTest
  static final ArchRule commandsAreUsedByNobody =
      noClasses()
          .that()
          .resideOutsideOfPackage("plumbline.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("plumbline.cli..");

  @ArchTest
  static final ArchRule packagesFormNoCycle =
      slices().matching("plumbline.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyResultsKnowTheColumnsOfTheFile =
      noClasses()
          .that()
          .resideOutsideOfPackage("plumbline.result..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("de.siegmar.fastcsv..");

  @ArchTest
  static final ArchRule onlyServersKnowContainers =
      noClasses()
          .that()
          .resideOutsideOfPackage("plumbline.system..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.testcontainers..", "com.github.dockerjava..");

  /** Wall clock time jumps and has milliseconds: a latency comes from nanoTime. */
  @ArchTest
  static final ArchRule latencyIsNeverTakenFromTheWallClock =
      noClasses()
          .that()
          .resideInAnyPackage("plumbline.bench..", "plumbline.record..", "plumbline.load..")
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(java.time.Clock.class, java.time.Instant.class)
          .allowEmptyShould(true);

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
            .map(name -> "plumbline." + name)
            .toArray(String[]::new);
    return classes()
        .that()
        .resideInAPackage("plumbline." + user)
        .should()
        .onlyDependOnClassesThat(
            not(resideInAPackage("plumbline..")).or(resideInAnyPackage(allowed)))
        .as("plumbline." + user + " uses only itself and " + String.join(", ", used))
        // A package may be still to come.
        .allowEmptyShould(true);
  }
}
