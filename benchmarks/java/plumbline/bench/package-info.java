/**
 * The benchmarks, a folder for each system, and {@code control} for what this machine and the
 * instrument cost. Each says what is timed and what is not, checks every answer, and leaves nothing
 * on the server.
 */
package plumbline.bench;
