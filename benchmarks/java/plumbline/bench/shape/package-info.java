/**
 * What benchmarks of several systems share: a shape for each kind of load, of which a system's
 * benchmark is an adapter, payloads, and the checks of answers.
 *
 * <p>A shape calls its adapter by a virtual method within the timed part. JMH starts a JVM for each
 * benchmark, and only one adapter is ever called there, so the JIT compiles the call as if its body
 * stood in the shape.
 */
package plumbline.bench.shape;
