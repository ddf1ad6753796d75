/** The measuring tools that come with the systems, run beside our own benchmarks to compare. */
package plumbline.run.tool;
