/** The measuring tools that come with systems, run beside our own benchmarks to compare. */
package plumbline.system.tool;
