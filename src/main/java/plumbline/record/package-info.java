/** Latencies on their way from a benchmark in a JMH fork to the host. */
package plumbline.record;
