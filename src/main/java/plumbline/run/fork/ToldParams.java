package plumbline.run.fork;

import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.runner.WorkloadParams;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * JMH's parameters of a benchmark as files may have them: without the values of system properties,
 * which may be secrets.
 */
final class ToldParams {
  private ToldParams() {}

  /**
   * JMH has no copying method.
   *
   * @param forks their number
   * @param more parameters that JMH does not know
   */
  static BenchmarkParams of(BenchmarkParams params, int forks, Map<String, String> more) {
    WorkloadParams workload = new WorkloadParams();
    int position = 0;
    for (String key : params.getParamsKeys()) {
      workload.put(key, params.getParam(key), position++);
    }
    for (Map.Entry<String, String> one : more.entrySet()) {
      workload.put(one.getKey(), one.getValue(), position++);
    }
    return new BenchmarkParams(
        params.getBenchmark(),
        params.generatedBenchmark(),
        params.shouldSynchIterations(),
        params.getThreads(),
        params.getThreadGroups(),
        params.getThreadGroupLabels(),
        forks,
        params.getWarmupForks(),
        params.getWarmup(),
        params.getMeasurement(),
        params.getMode(),
        workload,
        params.getTimeUnit(),
        params.getOpsPerInvocation(),
        params.getJvm(),
        ForkOptions.told(params.getJvmArgs()),
        params.getJdkVersion(),
        params.getVmName(),
        params.getVmVersion(),
        params.getJmhVersion(),
        params.getTimeout());
  }

  /** What JMH says of a fork, with its parameters so. */
  static OutputFormat log(PrintStream out) {
    OutputFormat log = OutputFormatFactory.createFormatInstance(out, VerboseMode.NORMAL);
    return (OutputFormat)
        Proxy.newProxyInstance(
            ToldParams.class.getClassLoader(),
            new Class<?>[] {OutputFormat.class},
            (proxy, method, arguments) -> {
              try {
                return method.invoke(log, arguments == null ? null : told(arguments));
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static Object[] told(Object... arguments) {
    return Arrays.stream(arguments)
        .map(
            one ->
                one instanceof BenchmarkParams params
                    ? of(params, params.getForks(), Map.of())
                    : one)
        .toArray();
  }
}
