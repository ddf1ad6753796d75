/** One benchmark in one fresh JVM, and what came of it. */
package plumbline.run.fork;
