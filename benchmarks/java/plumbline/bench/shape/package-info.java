/**
 * What benchmarks of several systems share: a shape for each kind of load, of which a system's
 * benchmark is an adapter, payloads, and the checks of answers.
 *
 * <p>A shape calls its adapter by a virtual method within the timed part. JMH starts a JVM for each
 * benchmark, and that loads one adapter, so the call has one target and the JIT compiles it as if
 * its body stood there.
 */
package plumbline.bench.shape;
