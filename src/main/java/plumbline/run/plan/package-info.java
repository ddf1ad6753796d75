/** What is measured: plans, the benchmarks on the class path, and measurements. */
package plumbline.run.plan;
